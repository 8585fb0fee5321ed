/// The stocks that people's names are drawn from: `native Latin` pairs, or Latin words alone.
enum Names {
    static let simplifiedFamilies = pairs(
        """
        张 Zhang,王 Wang,李 Li,刘 Liu,陈 Chen,杨 Yang,赵 Zhao,黄 Huang,周 Zhou,吴 Wu,徐 Xu,孙 Sun,胡 Hu,朱 Zhu,高 Gao,
        林 Lin,何 He,郭 Guo,马 Ma,罗 Luo,梁 Liang,宋 Song,郑 Zheng,谢 Xie,韩 Han,唐 Tang,冯 Feng,于 Yu,董 Dong,
        萧 Xiao,程 Cheng,曹 Cao,袁 Yuan,邓 Deng,许 Xu,傅 Fu,沈 Shen,曾 Zeng,彭 Peng,吕 Lyu
        """)
    static let simplifiedGivens = pairs(
        """
        伟 Wei,芳 Fang,娜 Na,敏 Min,静 Jing,磊 Lei,洋 Yang,艳 Yan,勇 Yong,杰 Jie,涛 Tao,明 Ming,超 Chao,霞 Xia,平 Ping,
        雨桐 Yutong,子涵 Zihan,浩然 Haoran,欣怡 Xinyi,梓萱 Zixuan,宇轩 Yuxuan,诗涵 Shihan,思远 Siyuan,佳琪 Jiaqi,
        志强 Zhiqiang,晓东 Xiaodong,建国 Jianguo,海燕 Haiyan,文博 Wenbo,天宇 Tianyu,若曦 Ruoxi,嘉怡 Jiayi,俊杰 Junjie,
        一鸣 Yiming,雪莹 Xueying,鹏飞 Pengfei,丽华 Lihua,瑞 Rui,晨 Chen,凯 Kai,悦 Yue,宁 Ning,博文 Bowen,书豪 Shuhao
        """)
    static let traditionalFamilies = pairs(
        """
        陳 Chan,黃 Wong,李 Lee,林 Lam,張 Cheung,吳 Ng,劉 Lau,蔡 Tsai,楊 Yang,許 Hsu,鄭 Cheng,謝 Hsieh,郭 Kuo,
        梁 Leung,何 Ho,鄧 Tang,羅 Law,葉 Yip,蘇 So,馮 Fung
        """)
    static let traditionalGivens = pairs(
        """
        家豪 Ka-ho,志明 Chi-ming,詠詩 Wing-sze,嘉欣 Ka-yan,俊傑 Chun-kit,淑芬 Shu-fen,雅婷 Ya-ting,冠宇 Kuan-yu,
        怡君 Yi-chun,承翰 Cheng-han,美玲 Mei-ling,偉倫 Wai-lun,曉彤 Hiu-tung,國榮 Kwok-wing,靜宜 Ching-yi,子軒 Tsz-hin
        """)
    static let koreanFamilies = pairs("김 Kim,이 Lee,박 Park,최 Choi,정 Jung,강 Kang,조 Cho,윤 Yoon,장 Jang,임 Lim")
    static let koreanGivens = pairs(
        """
        민준 Min-jun,서연 Seo-yeon,지훈 Ji-hoon,하은 Ha-eun,도윤 Do-yun,수빈 Su-bin,예준 Ye-jun,지우 Ji-woo,현우 Hyun-woo,
        유진 Yu-jin
        """)
    static let accentedGivens = words(
        """
        José,François,Jürgen,Zoë,André,Márcia,Søren,Björn,Chloé,Inés,Günther,Renée,Tomás,Åsa,João,Núria,Élise,Raúl,
        Sébastien,Lætitia
        """)
    static let accentedFamilies = words(
        """
        Muñoz,Lefèvre,Weiß,Gonçalves,Hernández,Sørensen,Lindström,Müller,Ibáñez,Bélanger,Peña,Böhm,Núñez,Côté,Ødegård,
        Crespí,Araújo,Jönsson,Schäfer,Fernández
        """)
    static let plainGivens = words(
        """
        Amelia,Daniel,Priya,Arjun,Fatima,Omar,Grace,Samuel,Ananya,Rahul,Elena,Viktor,Aisha,Noah,Leila,Kenji,Yuki,Thabo,
        Ngozi,Mateo,Sofia,Ivan,Hannah,Imran,Kavya,Rohan,Sara,Ali,Emeka,Linh
        """)
    static let plainFamilies = words(
        """
        Brooks,Sharma,Hassan,Okafor,Ivanov,Tanaka,Nguyen,Rossi,Novak,Mensah,Carter,Iyer,Rahman,Petrov,Sato,Dlamini,Costa,
        Haddad,Whitfield,Banerjee,Kowalski,Ahmed,Bennett,Reddy,Karimi,O'Neill,Moreau,Andersson,Ferrari,Adeyemi
        """)

    /// Splits a list at commas; line ends and blanks around an entry go.
    static func words(_ list: String) -> [String] {
        list.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { entry in
            entry.split(separator: " ").joined(separator: " ")
        }
    }

    private static func pairs(_ list: String) -> [(native: String, latin: String)] {
        words(list).map { entry in
            let halves = entry.split(separator: " ")
            return (String(halves.first ?? ""), String(halves.last ?? ""))
        }
    }
}
