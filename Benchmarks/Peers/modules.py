# Prints which of the named modules are installed; whether they load is for the peers to find out.
import importlib.util
import sys

print(*(name for name in sys.argv[1:] if importlib.util.find_spec(name)))
