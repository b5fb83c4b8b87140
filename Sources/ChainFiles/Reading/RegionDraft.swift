import Diagnostics
import IndustryChain

/// A region file and its tables as they were read, with names not yet looked up.
struct RegionDraft {
  let file: SourceFile
  /// Where the id stands.
  let range: SourceRange
  /// The region without what names chains, links, firms or needs.
  var region: Region
  var surveys: [(scope: Located<String>, provenance: Provenance)] = []
  var finalDemand: [(link: Located<String>, figure: Figure)] = []
  var supplyRatios: [(link: Located<String>, figure: Figure)] = []
  var chiefFirms: [(chain: Located<String>, firm: Located<String>)] = []
  var chainLeads: [(chain: Located<String>, name: LocalizedText)] = []
  var provides: [Located<String>] = []
  var lacks: [(need: Located<String>, isVeto: Bool, provenance: Provenance)] = []
  var priorities: [(scope: Located<String>, degree: Figure)] = []
  var firms: [FirmDraft] = []
  var peers: [PeerDraft] = []
}

/// A firm as its rows were read.
struct FirmDraft {
  let file: SourceFile
  /// Where its id stands first.
  let range: SourceRange
  /// The firm without partners and projects.
  var firm: Firm
  var partners: [Located<String>] = []
  var projects: [ProjectDraft] = []
}

/// A project as its row was read.
struct ProjectDraft {
  /// The project without its link.
  var project: Project
  /// Where its row begins.
  let range: SourceRange
  var link: Located<String>?
}
