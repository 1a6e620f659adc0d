-- one node works out the timers anew after the school calendar has changed; the others start without waiting for it
insert into turn (name) values ('school calendar');
