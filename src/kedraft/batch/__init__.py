"""Soạn hàng loạt: one draft file and a table of localities to a folder of Word files.

job    = batch_job(Path("draft.yaml"), rows)          # what is drafted, for whom; read from disk once
report = draft_all(job, Path("out"), jobs=2)          # written whole or not at all, resumable, the same whatever the order
"""

from kedraft.batch.drafting import Prove
from kedraft.batch.engine import draft_all
from kedraft.batch.job import BatchJob, batch_job

__all__ = ["BatchJob", "Prove", "batch_job", "draft_all"]
