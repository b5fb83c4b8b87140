import GapAnalysis
import IndustryChain

extension TimelineText {
  /// What the figures mean, what they leave out and how much of it.
  var notes: [String] {
    guard let all = timeline.moments.last?.progress.first else { return [] }
    var notes = [
      wording.say(
        "只有项目阶段按日期回溯；产业链、调查、最终需求、产值和资金均取文件现值。仅知年份的日期，从该年最后一天起算。",
        "Only the stages of projects are carried back in time; chains, surveys, final demand, outputs"
          + " and money are those of the files. A date known to the year counts from its last day."),
      wording.say(
        "环节有未调查的，本地配套率给出可能的范围；采购外流不含未调查的环节，单位为万元/年。",
        "Where links are not surveyed, what local firms meet is the range that this leaves; what is"
          + " bought outside, in million CNY a year, leaves such links out."),
      wording.say(
        "引进：已签约、在建或投产且未退出的项目；投产率 = 投产项目 ÷ 引进项目，退出项目另列。"
          + "阶段转化率以曾到达前一阶段的项目为分母，含其后退出的；已投产视为已签约、已建设；没有一条注明在建的，涉及在建的转化率留空。",
        "Introduced are projects signed, building or operating and not closed; the production rate is"
          + " operating / introduced, closed ones apart. Conversions are of all that reached the first"
          + " stage, those closed since included; whoever operates has signed and built, and where no row"
          + " tells of building the steps through it stay blank."),
      wording.say(
        "间隔天数为中位数，只含前后两个日期都有的项目（括号内为其个数和到达后一阶段的总数）；日期不全（如“2020年”）时给出可能的范围。",
        "Days between are medians over projects that have both dates (in brackets how many of those"
          + " that went on); where a date is partial (“2020”) they are the range that it leaves."),
      wording.say(
        "到位率只含合同投资额和到位资金都有的引进项目。产业契合度指引进项目属于有链主企业的产业链的比例；"
          + "环节不详的项目另列，不算不契合。",
        "The rate in place is over introduced projects that give both amounts. Fit is the share of"
          + " introduced projects in chains that have a chief firm; projects of unknown link stand"
          + " apart and are no misfits."),
    ]
    if all.undatedRowCount > 0 {
      notes.append(
        wording.say(
          "\(wording.digits(all.undatedRowCount))条项目的现阶段没有日期，视为每天都有效，因而早期的数字可能偏高。",
          "The stage of \(wording.count(all.undatedRowCount, "", "row")) has no date and counts on"
            + " every day, so earlier days may show too many."))
    }
    if all.uncountedRowCount > 0 {
      notes.append(
        wording.say(
          "\(wording.digits(all.uncountedRowCount))条代表来源未说明家数的企业群，计入环节覆盖，不计入项目数和各项比率。",
          "\(wording.count(all.uncountedRowCount, "", "row")) of groups that no source counts: they"
            + " cover their links but are in no number of projects and no rate."))
    }
    let hasTeams = timeline.groups.contains { if case .team = $0 { true } else { false } }
    if hasTeams, timeline.rowCountWithoutTeam > 0 {
      notes.append(
        wording.say(
          "\(wording.digits(timeline.rowCountWithoutTeam))条项目未注明招商队伍。",
          "No team is named for \(wording.count(timeline.rowCountWithoutTeam, "", "row"))."))
    }
    return notes
  }
}
