/// The text of a transcript: courses, credits and grades.
enum Transcript {
    /// Returns a list of courses by year.
    static func text(_ paper: Paper, _ person: Person, _ random: inout RandomSource) -> PaperText {
        let traditional = person.script == .traditional
        var text = PaperText()
        text.title(paper.chinese ? (traditional ? "成績單" : "成绩单") : "Official Transcript of Academic Record")
        text.paragraph(
            paper.chinese
                ? "\(traditional ? "姓名：" : "姓名：")\(person.signature)  \(person.institution.nativeName ?? "")"
                : "Name: \(person.latinName)    Institution: \(person.institution.name)")
        let courses = paper.chinese ? (traditional ? traditionalCourses : simplifiedCourses) : englishCourses
        for year in 2022...2025 {
            text.heading(paper.chinese ? "\(year)-\(year + 1)\(traditional ? "學年" : "学年")" : "Year \(year)/\(year + 1)")
            for course in random.pick(7, of: courses) {
                text.item("\(course)    \(random.within(2, 4)).0    \(random.within(72, 99))")
            }
        }
        text.paragraph("GPA \(random.within(3, 3)).\(random.within(10, 98)) / 4.30")
        return text
    }

    private static let englishCourses = Names.words(
        """
        Linear Algebra,Probability and Statistics,Data Structures,Operating Systems,Computer Vision,Machine Learning,
        Medical Image Analysis,Deep Learning,Signals and Systems,Digital Image Processing,Optimization,Human Anatomy,
        Numerical Analysis,Computer Networks,Pattern Recognition,Bioinformatics,Academic Writing,Calculus
        """)
    private static let simplifiedCourses = Names.words(
        """
        高等数学,线性代数,概率论与数理统计,数据结构,操作系统,计算机视觉,机器学习,医学图像处理,深度学习,信号与系统,数字图像处理,最优化方法,
        数值分析,模式识别,生物信息学,大学英语
        """)
    private static let traditionalCourses = Names.words(
        "微積分,線性代數,機率與統計,資料結構,作業系統,電腦視覺,機器學習,醫學影像分析,深度學習,訊號與系統,最佳化方法,圖形識別")
}
