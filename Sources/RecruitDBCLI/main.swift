import RecruitDB
print(RecruitmentDatabase.version)
