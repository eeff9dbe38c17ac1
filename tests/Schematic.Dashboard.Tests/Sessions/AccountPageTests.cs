using System.Net;
using Bunit;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Sessions;

public sealed class AccountPageTests : PageContext
{
    private const string List = "GET /console/sessions";
    private const string Change = "PUT /console/password";

    private static readonly OwnSessionResponseData Mine = SessionOf("sess_2", isCurrent: true);
    private static readonly OwnSessionResponseData Other = SessionOf("sess_1", isCurrent: false) with
    {
        Address = "203.0.113.7",
        UserAgent = "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0",
    };

    [Fact]
    public async Task Each_session_says_where_it_is_and_all_but_this_one_can_be_ended()
    {
        var page = await OpenAsync(Mine, Other);

        var rows = page.FindAll(".session-list li");
        Assert.Contains("This session", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Null(rows[0].QuerySelector("button"));
        Assert.Contains("Firefox on Windows", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("203.0.113.7", rows[1].TextContent, StringComparison.Ordinal);

        Api.OnData("DELETE /console/sessions/sess_1", new DeleteResponse { Deleted = true });
        Answer(Mine);
        rows[1].QuerySelector("button")!.Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".session-list li")));
        Assert.Equal("Firefox on Windows was signed out.", Assert.Single(Toaster.Toasts).Text);
    }

    [Fact]
    public async Task Whoever_is_signed_in_nowhere_else_reads_so()
    {
        var page = await OpenAsync(Mine);

        Assert.Contains("nowhere else", page.Find(".account-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_cannot_be_ended_stays_and_says_why()
    {
        var page = await OpenAsync(Mine, Other);
        Api.OnError("DELETE /console/sessions/sess_1", HttpStatusCode.ServiceUnavailable, "The database is away.");

        page.Find(".session-list button").Click();

        page.WaitForAssertion(() => Assert.Contains("The database is away.", Assert.Single(Toaster.Toasts).Text));
        Assert.Equal(2, page.FindAll(".session-list li").Count);
    }

    [Fact]
    public async Task Signing_out_everywhere_leads_to_the_sign_in_page()
    {
        var page = await OpenAsync(Mine, Other);
        Api.OnData("DELETE /console/sessions", new DeleteResponse { Deleted = true });

        Button(page, "Sign out everywhere").Click();

        page.WaitForAssertion(() => Assert.EndsWith(DashboardUrls.SignIn, Navigation.Uri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "long enough indeed", "long enough indeed", "Enter your current password.")]
    [InlineData("old one", "short", "short", "Use 12 to 256 characters.")]
    [InlineData("old one", "long enough indeed", "long enough, too", "The two new passwords differ.")]
    public async Task What_cannot_be_sent_is_told_beside_its_field(string old, string @new, string again, string error)
    {
        var page = await OpenAsync(Mine);

        Fill(page, old, @new, again);

        Assert.Contains(error, page.FindAll(".field-error").Select(static element => element.TextContent));
        Assert.Empty(Asked(Change));
    }

    [Fact]
    public async Task A_wrong_password_is_told_beside_it_and_a_right_one_empties_the_form()
    {
        var page = await OpenAsync(Mine, Other);
        Api.OnError(Change, HttpStatusCode.BadRequest, "This is not your current password.", "current_password");
        Fill(page, "wrong", "long enough indeed", "long enough indeed");
        page.WaitForAssertion(() =>
            Assert.Equal("This is not your current password.", page.Find(".field-error").TextContent)
        );

        Api.OnData(Change, StandingSession);
        Answer(Mine);
        Fill(page, "right", "long enough indeed", "long enough indeed");

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".session-list li")));
        Assert.Equal("Your password was changed.", Assert.Single(Toaster.Toasts).Text);
        Assert.All(page.FindAll("input"), static input => Assert.Empty(input.GetAttribute("value") ?? ""));
    }

    private static SessionResponseData StandingSession { get; } =
        new()
        {
            MemberId = "mem_1",
            Email = "ada@example.com",
            Name = "Ada",
            Role = AccountMemberRole.Admin,
            Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>(),
            ExpiresAt = Mine.ExpiresAt,
        };

    private static void Fill(IRenderedComponent<AccountPage> page, string old, string @new, string again)
    {
        Input(page, "Current password").Change(old);
        Input(page, "New password").Change(@new);
        Input(page, "Repeat new password").Change(again);
        page.Find("form").Submit();
    }

    private async Task<IRenderedComponent<AccountPage>> OpenAsync(params OwnSessionResponseData[] sessions)
    {
        Answer(sessions);
        var page = await OpenAsync<AccountPage>(DashboardUrls.Account(Production.Id));
        page.WaitForAssertion(() => Assert.Equal(sessions.Length, page.FindAll(".session-list li").Count));
        return page;
    }

    private void Answer(params OwnSessionResponseData[] sessions) =>
        Api.OnData<IReadOnlyList<OwnSessionResponseData>>(List, sessions);

    private static OwnSessionResponseData SessionOf(string id, bool isCurrent) =>
        new()
        {
            Id = id,
            CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            LastUsedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            ExpiresAt = new DateTimeOffset(2026, 11, 15, 0, 0, 0, TimeSpan.Zero),
            IsCurrent = isCurrent,
        };
}
