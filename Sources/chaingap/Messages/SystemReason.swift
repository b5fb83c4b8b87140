import Glibc

extension Phrase {
  /// Why the system refused, as the last call of it has left the reason.
  static var systemReason: Phrase { systemReason(errno) }

  /// What a number of `errno` means; a rare one keeps the system's own words in Chinese, too.
  static func systemReason(_ number: Int32) -> Phrase {
    let english = String(cString: strerror(number))
    return Phrase(english, chineseReasons[number] ?? english)
  }

  /// What befalls files.
  private static let chineseReasons: [Int32: String] = [
    EACCES: "没有权限", EPERM: "不允许这样操作", ENOENT: "文件或文件夹不存在", ENOTDIR: "路径中有一段不是文件夹",
    EISDIR: "是文件夹，不是文件", EEXIST: "已存在", ENOSPC: "磁盘空间不足", EDQUOT: "超出磁盘配额",
    EFBIG: "文件过大", EROFS: "文件系统只读", ENAMETOOLONG: "文件名过长", ELOOP: "链接层数过多",
    EMFILE: "打开的文件过多", ENFILE: "打开的文件过多", ENOMEM: "内存不足", EIO: "读写出错",
    EPIPE: "接收方已关闭", EBUSY: "正被占用", ETXTBSY: "程序文件正被占用", ENODEV: "没有这个设备",
    ENXIO: "没有这个设备",
  ]
}
