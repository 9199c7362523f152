-- The draft's page asks how many remarks stand at each unit of a version: answered from this index alone.
ALTER TABLE remark ADD KEY remark_by_version (version_id, state, unit_id);
