-- tasks long overdue had been given to the managers, to do as well as to see; they are shown to them (2 to read, 64 to read what they hold)
update ACT_RU_AUTHORIZATION set PERMS_ = 66, REV_ = REV_ + 1
where GROUP_ID_ = 'managers' and RESOURCE_TYPE_ = 7
  and RESOURCE_ID_ in (select ID_ from ACT_RU_TASK where PRIORITY_ = 100);

update ACT_RU_IDENTITYLINK set TYPE_ = 'shown', REV_ = REV_ + 1
where GROUP_ID_ = 'managers' and TYPE_ = 'candidate'
  and TASK_ID_ in (select ID_ from ACT_RU_TASK where PRIORITY_ = 100);
