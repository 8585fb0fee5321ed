/// Traditional characters as their simplified forms, so that a word of the rules is written once.
///
/// Only characters that words about applications use; one character for one, so that places in the text stay.
enum ChineseScript {
    /// The simplified form, or the scalar itself.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value < 0x4E00 ? scalar : forms[scalar] ?? scalar
    }

    /// Pairs, the traditional character first.
    private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = """
            請请 應应 聯联 養养 訪访 問问 學学 後后 實实 習习 職职 務务 報报 獎奖 畢毕 業业 個个 諮咨 詢询 簽签 約约 會会 議议 員员 評评 審审 徵征 轉转 發发 覆复 \
            復复 複复 動动 郵邮 時时 間间 題题 傳传 擬拟 讀读 貴贵 驗验 課课 組组 隊队 導导 師师 門门 關关 於于 還还 嗎吗 麼么 麽么 幾几 錄录 錯错 們们 該该 親亲 \
            兒儿 幫帮 銷销 棄弃 離离 開开 類类 標标 點点 費费 額额 資资 獲获 狀状 條条 體体 與与 為为 從从 對对 來来 這这 說说 謝谢 過过 國国 語语 號号 雙双 圖图 \
            頁页 檔档 頭头 臺台 週周 節节 歲岁 內内 見见 覽览 專专 領领 輪轮 願愿 選选 現现 興兴 終终 級级 屆届 術术 論论 證证 書书 計计 畫画 劃划 簡简 歷历 績绩 單单 \
            薦荐 鈞钧 鑒鉴 爺爷 陳陈 張张 劉刘 閣阁 將将 機机 構构 準准 備备 貼贴 無无 當当 認认 識识 紹绍 筆笔 續续 經经 試试 誠诚 聽听 歡欢 寫写 給给 視视 覺觉 \
            醫医 療疗 產产 樣样 適适
            """
        var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
        for pair in pairs.split(separator: " ") {
            guard let traditional = pair.unicodeScalars.first, let simplified = pair.unicodeScalars.last else {
                continue
            }
            forms[traditional] = simplified
        }
        return forms
    }()
}
