import CIconv
public func probe() -> Bool { iconv_open("UTF-8", "GB18030") != iconv_t(bitPattern: -1) }
