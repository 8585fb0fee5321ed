import RecruitDB
print(all())
