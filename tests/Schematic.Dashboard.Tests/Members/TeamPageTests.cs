using System.Net;
using System.Text.Json;
using Bunit;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Members;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Members;

public sealed class TeamPageTests : PageContext
{
    private const string List = "GET /account-members";
    private const string Count = "GET /account-members/count";
    private const string Invited = "GET /account-invitations";

    private static readonly AccountMemberResponseData Grace = MemberSamples.Member(
        "acme_2",
        "Grace Hopper",
        AccountMemberRole.Member,
        ("account", AccountMemberPermission.FlagsEdit)
    );

    [Fact]
    public async Task A_row_says_who_it_is_and_what_they_may()
    {
        Answer(AccountMemberRole.Admin, Grace with { DisabledAt = Grace.CreatedAt });
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("Grace Hopper", row, StringComparison.Ordinal);
        Assert.Contains("Everywhere: change flags.", row, StringComparison.Ordinal);
        Assert.Contains("Disabled", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_admin_looks_and_is_told_why()
    {
        Answer(AccountMemberRole.Member, Grace);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody button")));
        Assert.Equal(
            "Only admins may do this. Ask one of them; Team lists them.",
            Button(page, "Invite").GetAttribute("title")
        );
        Assert.All(page.FindAll("tbody button"), static button => Assert.True(button.HasAttribute("data-refused")));
        Assert.Empty(Asked(Invited));
    }

    [Fact]
    public async Task Who_is_invited_is_sent_with_the_permissions_chosen_and_the_link_is_shown()
    {
        Answer(AccountMemberRole.Admin, Grace);
        Api.OnData("POST /account-invitations", MemberSamples.Invitation("lin@example.com") with { Token = "once" });
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.False(Button(page, "Invite").HasAttribute("disabled")));

        Button(page, "Invite").Click();
        await dialogs.Find("input[type=email]").ChangeAsync(new() { Value = " lin@example.com " });
        await dialogs
            .FindAll("label.check")
            .First(static label => label.TextContent.Contains("change flag rules", StringComparison.Ordinal))
            .QuerySelector("input")!
            .ChangeAsync(new() { Value = true });
        await dialogs.Find("form").SubmitAsync();

        var sent = JsonElement.Parse(Assert.Single(Asked("POST /account-invitations")).Body!);
        Assert.Equal("lin@example.com", sent.GetProperty("email").GetString());
        Assert.Equal("member", sent.GetProperty("role").GetString());
        Assert.Equal(
            "flag_rules_edit",
            Assert.Single(sent.GetProperty("permissions").GetProperty(Production.Id).EnumerateArray()).GetString()
        );
        dialogs.WaitForAssertion(() =>
            Assert.Contains(DashboardUrls.JoinWith("once"), dialogs.Markup, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Permissions_that_are_not_shown_are_kept_but_those_in_a_deleted_environment()
    {
        var member = MemberSamples.Member(
            "acme_2",
            "Grace Hopper",
            AccountMemberRole.Member,
            (Production.Id, AccountMemberPermission.WebhooksEdit),
            ("env_deleted", AccountMemberPermission.CompaniesEdit)
        );
        Answer(AccountMemberRole.Admin, member);
        Api.OnData("PUT /account-members/acme_2", member);
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        page.Find("[aria-label='Edit Grace Hopper']").Click();
        await dialogs.Find("form").SubmitAsync();

        var sent = JsonElement.Parse(Assert.Single(Asked("PUT /account-members/acme_2")).Body!);
        Assert.Equal(Production.Id, Assert.Single(sent.GetProperty("permissions").EnumerateObject()).Name);
        Assert.Equal(
            "webhooks_edit",
            Assert.Single(sent.GetProperty("permissions").GetProperty(Production.Id).EnumerateArray()).GetString()
        );
        Assert.Contains(
            Toaster.Toasts,
            static toast => toast.Text.StartsWith("Grace Hopper was saved", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Disabling_asks_first_and_says_why_it_failed()
    {
        Answer(AccountMemberRole.Admin, Grace);
        Api.OnError("PUT /account-members/acme_2", HttpStatusCode.Conflict, "Grace Hopper is the only admin.");
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        page.Find("[aria-label='Disable Grace Hopper']").Click();
        Assert.Empty(Asked("PUT /account-members/acme_2"));
        Button(dialogs, "Disable").Click();

        page.WaitForAssertion(() =>
            Assert.Equal("Grace Hopper is the only admin.", Assert.Single(Toaster.Toasts).Text)
        );
        Assert.Equal("""{"disabled":true}""", Assert.Single(Asked("PUT /account-members/acme_2")).Body);
    }

    [Fact]
    public async Task An_invitation_can_be_revoked()
    {
        Answer(AccountMemberRole.Admin, Grace);
        Api.OnData(Invited, new[] { MemberSamples.Invitation("lin@example.com") });
        Api.OnData("DELETE /account-invitations/inv_lin%40example.com", new DeleteResponse { Deleted = true });
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("lin@example.com", page.Find(".session-list").TextContent, StringComparison.Ordinal)
        );

        page.Find("[aria-label='Revoke the invitation of lin@example.com']").Click();

        page.WaitForAssertion(() =>
            Assert.Equal("The invitation of lin@example.com was revoked.", Assert.Single(Toaster.Toasts).Text)
        );
    }

    private void Answer(AccountMemberRole own, params AccountMemberResponseData[] members)
    {
        SignInAs(own);
        Api.OnData(List, members);
        Api.OnData(Count, new CountResponse { Count = members.Length });
        Api.OnData(Invited, Array.Empty<InvitationResponseData>());
    }

    private Task<IRenderedComponent<TeamPage>> OpenAsync() => OpenAsync<TeamPage>(DashboardUrls.Team(Production.Id));
}
