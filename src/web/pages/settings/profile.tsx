import { ProfileForm } from "../../../features/people/web/public.tsx";
import { ChangePassword, SignOut } from "../../../features/sign-in/web/public.tsx";
import { WorkplaceProfile } from "../../../features/workplace/web/public.tsx";
import { useSession } from "../../session.ts";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { SectionHead } from "../../ui/section-head.tsx";
import "./settings.css";
import catalogue from "./settings.messages.json";

const m = messages(catalogue);

/** What is mine: how I am called, when I work, how I sign in. */
export default function Profile() {
  const { member } = useSession();
  return (
    <>
      <PageHead title={m.profile()} sub={m.profileSub({ email: member.email, role: member.role })} acts={<SignOut />} />
      <ProfileForm memberId={member.id} />
      {member.role !== "guest" && <WorkplaceProfile />}
      <section aria-labelledby="pw">
        <SectionHead id="pw" title={m.password()} />
        <ChangePassword email={member.email} />
      </section>
    </>
  );
}
