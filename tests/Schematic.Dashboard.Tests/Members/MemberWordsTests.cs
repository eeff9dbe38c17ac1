using Schematic.Contracts.Members;
using Schematic.Dashboard.Members;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Members;

public sealed class MemberWordsTests : PageContext
{
    [Fact]
    public void What_a_member_may_is_said_place_by_place()
    {
        var member = MemberSamples.Member(
            "acme_2",
            "Grace",
            AccountMemberRole.Member,
            (Production.Id, AccountMemberPermission.FlagRulesEdit),
            (Production.Id, AccountMemberPermission.CompaniesEdit),
            ("account", AccountMemberPermission.FlagsEdit),
            ("env_deleted", AccountMemberPermission.CompaniesEdit)
        );

        Assert.Equal(
            ["Everywhere: change flags.", "In Production: change companies and their plans, change flag rules."],
            MemberWords.Rights(member.Role, member.Permissions, [Production, Staging])
        );
    }

    [Theory]
    [InlineData(AccountMemberRole.Admin, "May do everything.")]
    [InlineData(AccountMemberRole.Member, "Sees everything, and changes nothing.")]
    public void A_role_without_permissions_is_one_sentence(AccountMemberRole role, string sentence) =>
        Assert.Equal(
            [sentence],
            MemberWords.Rights(role, MemberSamples.Member("acme_2", "Grace").Permissions, [Production])
        );
}
