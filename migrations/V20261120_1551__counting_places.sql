-- So that places are counted by one stretch of an index, however many people have them or wait.
ALTER TABLE booking
  ADD KEY booking_counted (session_id, mode, state, offered_until),
  DROP KEY booking_by_session;

-- And so that those whose time to confirm is over, which are few, are found and taken off the count.
ALTER TABLE registration
  ADD KEY registration_lapsed (event_id, ended_at, confirmed_at, confirm_by);
