/// A unit that a key fixes, so that it is not written; people write it all the same.
enum OwnUnit {
  case mu, people, megawatts, tonnesPerDay

  /// What people write, in small letters.
  var spellings: [String] {
    switch self {
    case .mu: ["亩", "mu"]
    case .people: ["人", "名", "个", "people", "jobs"]
    case .megawatts: ["mw", "兆瓦"]
    case .tonnesPerDay: ["吨/天", "吨/日", "吨每天", "t/d", "t/day"]
    }
  }
}
