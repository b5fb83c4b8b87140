import TerminalText
import WebPages

extension Page.Block {
  /// The block for the template `block`; pictures stand elsewhere in the page.
  var web: PageValue {
    var shape: [String: PageValue] = [
      "heading": .flag(false), "paragraph": .flag(false), "bullets": .flag(false),
      "table": .flag(false),
    ]
    switch self {
    case .heading(_, let text): shape["heading"] = text.web
    case .paragraph(let text): shape["paragraph"] = text.web
    case .bullets(let bullets): shape["bullets"] = Self.web(bullets)
    case .table(let table): shape["table"] = table.web
    case .group(let group): shape["bullets"] = Self.web([group.title])
    case .picture: break
    }
    return .object(shape)
  }

  /// The points of a list that begin with what they are about, "**Needs**: steam", as terms and what is
  /// said of them.
  var terms: [PageValue] {
    guard case .bullets(let bullets) = self else { return [] }
    return bullets.map { bullet in
      var said = bullet.text
      let term = said.parts.first?.role == .strong ? said.parts.removeFirst().text : ""
      if let first = said.parts.first, !term.isEmpty {
        said.parts[0] = Prose.Part(
          text: String(first.text.drop { "：: ".contains($0) }), role: first.role)
      }
      return .object([
        "term": .text(term.singleLine), "parts": said.webParts,
        "bullets": Self.web(bullet.points),
      ])
    }
  }

  fileprivate static func web(_ bullets: [Page.Bullet]) -> PageValue {
    guard !bullets.isEmpty else { return .flag(false) }
    return .object([
      "items": .list(
        bullets.map { bullet in
          let text = bullet.mark.map { Prose($0.sign + " ", as: .mark($0)) + bullet.text }
          return .object([
            "parts": (text ?? bullet.text).webParts, "bullets": web(bullet.points),
          ])
        })
    ])
  }
}

extension Table {
  fileprivate var web: PageValue {
    func side(_ place: Int) -> PageValue { .flag(columns[place].alignment == .right) }
    return .object([
      "columns": .list(
        columns.indices.map {
          .object(["title": .text(columns[$0].title.singleLine), "isFigure": side($0)])
        }),
      "rows": .list(
        rows.map { row in
          .object([
            "cells": .list(
              row.indices.map {
                .object([
                  "parts": row[$0].webParts, "isFigure": side($0), "isHead": .flag($0 == 0),
                  "column": .text(columns[$0].title.singleLine),
                ])
              })
          ])
        }),
    ])
  }
}

extension Prose {
  var web: PageValue { .object(["parts": webParts]) }

  /// The parts, each with the role that sets it off.
  fileprivate var webParts: PageValue {
    .list(
      parts.map { part in
        var isPlain = part.role == .plain
        if case .mark = part.role { isPlain = true }
        return .object([
          "text": .text(part.text.singleLine), "strong": .flag(part.role == .strong),
          "faint": .flag(part.role == .faint), "alert": .flag(part.role == .alert),
          "plain": .flag(isPlain),
        ])
      })
  }
}
