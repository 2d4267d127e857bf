import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Task } from "../../api/plan";

/** Opens a task of the same plan beside the list. */
export function TaskLink({ task, children }: { task: Task; children: ReactNode }) {
  return (
    <Link from="/cases/$case/tasks" to="." search={{ task: task.id }} resetScroll={false} replace>
      {children}
    </Link>
  );
}
