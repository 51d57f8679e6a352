-- A copy of the information film that was lent comes back: either side knows on which day.

alter table training_film_request add column returned_on date,
  drop constraint training_film_request_state_check,
  add check (state in ('asked', 'lent', 'not-now', 'returned', 'undelivered')),
  drop constraint training_film_request_check,
  add check ((state in ('lent', 'not-now', 'returned')) = (answered_at is not null)),
  drop constraint training_film_request_check2,
  add check ((state in ('lent', 'returned')) = (lent_until is not null)),
  add check ((state = 'returned') = (returned_on is not null));

alter table training_film_loan add column returned_on date,
  drop constraint training_film_loan_state_check,
  add check (state in ('waiting', 'lent', 'not-now', 'returned')),
  drop constraint training_film_loan_check3,
  add check ((state in ('lent', 'returned')) = (lent_until is not null)),
  add check ((state = 'returned') = (returned_on is not null));

-- What is over goes after its term (knowledge/clocks/retention.yaml).
grant delete on training_film_request, training_film_loan to oogmerk_app;
