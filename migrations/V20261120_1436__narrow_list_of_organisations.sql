-- Lists of changes are told apart by their filters in this index alone; rows, which are wide, are read only for what is shown.
ALTER TABLE organisation
  DROP KEY organisation_by_change,
  ADD KEY organisation_by_change
    (change_number, listed_at, merged_into, county_teryt, legal_form, state, public_benefit, social_economy);
