import CArchive
import CXML2
xmlInitParser()
print(archive_version_number())
