"""Where the rows come from, named once; what each stands for is said in the rows that use it."""

from kedraft.model.unit import UnitKind

ND24 = "Nghị định 24/2014/NĐ-CP, 107/2020/NĐ-CP"
ND45 = "Nghị định 45/2025/NĐ-CP"
ND37 = "Nghị định 37/2014/NĐ-CP, 108/2020/NĐ-CP"
ND33 = "Nghị định 92/2009/NĐ-CP, Điều 3; Nghị định 33/2023/NĐ-CP, Điều 5"
ND150 = "Nghị định 150/2025/NĐ-CP, 370/2025/NĐ-CP"
NQ176 = "Nghị quyết 176/2025/QH15"
LAW77 = "Luật 77/2015/QH13; Luật 72/2025/QH15"
PARTY = "Điều lệ Đảng; Quy định 137-QĐ/TW năm 2023"
PARTY25 = "Quy định về đảng bộ xã, phường, đặc khu năm 2025"
USE = "cách dùng trong kế hoạch của các xã, phường"
URBAN = (UnitKind.PHUONG, UnitKind.THI_TRAN)
RURAL = (UnitKind.XA, UnitKind.DAC_KHU)
