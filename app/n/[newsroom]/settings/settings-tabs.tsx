"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Tabs } from "~/app/_ui/tabs";
import type { People, Settings } from "~/server/routers";
import { DesksPanel } from "./desks-panel";
import { GatePanel } from "./gate-panel";
import { MembersPanel } from "./members-panel";
import { NewsroomPanel } from "./newsroom-panel";

const TABS = ["members", "desks", "gate", "newsroom"] as const;

export interface SettingsTabsProps {
  newsroom: string;
  people: People;
  settings: Settings;
}

/** The parts of the settings, the open one in the address. */
export function SettingsTabs({ newsroom, people: firstPeople, settings: firstSettings }: SettingsTabsProps) {
  const api = useTRPC();
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("members"));
  const people = useQuery(api.members.list.queryOptions({ newsroom }, { initialData: firstPeople })).data;
  const settings = useQuery(
    api.newsroom.settings.queryOptions({ newsroom }, { initialData: firstSettings }),
  ).data;
  const said = words.settings.tabs;
  return (
    <>
      {!people.mayManage && <p className="mb-4 text-muted">{words.settings.viewOnly}</p>}
      <Tabs
        label={said.label}
        value={tab}
        onChange={(id) => void setTab(id)}
        tabs={[
          {
            id: "members",
            label: said.members,
            count: people.members.length,
            panel: <MembersPanel newsroom={newsroom} people={people} />,
          },
          {
            id: "desks",
            label: said.desks,
            count: people.desks.filter(({ archived }) => !archived).length,
            panel: <DesksPanel newsroom={newsroom} desks={people.desks} mayManage={people.mayManage} />,
          },
          {
            id: "gate",
            label: said.gate,
            panel: (
              <GatePanel
                newsroom={newsroom}
                rules={settings.settings.rules}
                desks={people.desks}
                mayManage={settings.mayManage}
              />
            ),
          },
          {
            id: "newsroom",
            label: said.newsroom,
            panel: <NewsroomPanel newsroom={newsroom} {...settings} />,
          },
        ]}
      />
    </>
  );
}
