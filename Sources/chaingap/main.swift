print("chaingap")
