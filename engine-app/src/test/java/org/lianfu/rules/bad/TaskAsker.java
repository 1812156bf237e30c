package org.lianfu.rules.bad;

import org.camunda.bpm.engine.TaskService;

/** Asks the engine for tasks. */
public class TaskAsker {

    public long count(TaskService tasks, String typed) {
        return tasks.createTaskQuery().or().taskName(typed).endOr().count();
    }
}
