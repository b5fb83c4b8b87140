import ChainFiles
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// The seconds that each part of the main job takes on one workspace.
struct Phases {
  /// Why a workspace could not be measured.
  struct LoadError: Error, CustomStringConvertible {
    let description: String
  }

  let linkCount: Int
  let load: Double
  let analyse: Double
  let encode: Double
  /// What the analysis found, for peers to check.
  let analysis: Analysis
  let byteCount: Int

  var total: Double { load + analyse + encode }

  /// Measures load, analyse and encode, each the median of some runs.
  ///
  /// - Throws: `LoadError` where the loader finds anything.
  init(_ workspace: SyntheticWorkspace, runCount: Int) throws {
    let loaded = Measurement.median(ofRuns: runCount) { loadWorkspace(workspace.sources) }
    let findings = loaded.result.diagnostics
    guard let values = loaded.result.workspace, let region = values.regions.first,
      findings.isEmpty
    else {
      throw LoadError(description: "findings in a synthetic workspace: \(findings.prefix(3))")
    }
    let analysed = Measurement.median(ofRuns: runCount) { Analysis(of: region, in: values) }
    let encoded = Measurement.median(ofRuns: runCount) {
      DOTSource(
        ChainDiagram(of: analysed.result, showing: .workspace, in: .both).digraph())
    }
    load = loaded.measurement.medianSeconds
    analyse = analysed.measurement.medianSeconds
    encode = encoded.measurement.medianSeconds
    analysis = analysed.result
    linkCount = analysis.graph.linkCount
    byteCount = encoded.result.bytes.count
  }
}
