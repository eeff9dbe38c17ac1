using System.Net;
using Bunit;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.AuditLog;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Members;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditLogPageTests : PageContext
{
    private const string List = "GET /audit-log";
    private const string Count = "GET /audit-log/count";

    public AuditLogPageTests() =>
        Api.OnData(Count, new CountResponse { Count = 1 })
            .OnData<IReadOnlyList<AuditLogListResponseData>>(List, [AuditSamples.Listed()])
            .OnData<IReadOnlyList<AccountMemberResponseData>>(
                "GET /account-members",
                [MemberSamples.Member("acme_2", "Grace Hopper", AccountMemberRole.Member)]
            )
            .OnData<IReadOnlyList<ApiKeyResponseData>>("GET /api-keys", []);

    [Fact]
    public async Task A_row_says_who_did_what_and_leads_to_the_entry()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Changed the plan Pro Ada Lovelace Member", Row(page), StringComparison.Ordinal)
        );
        Assert.Contains("Done", Row(page), StringComparison.Ordinal);
        Assert.Equal(DashboardUrls.AuditEntry(Production.Id, "entry_1"), page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public async Task Whoever_is_chosen_stands_in_the_address_and_is_asked_for()
    {
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("Grace Hopper", page.Find("[aria-label=Who]").TextContent, StringComparison.Ordinal)
        );

        await page.Find("[aria-label=Who]").ChangeAsync(new() { Value = "acme_2" });

        Assert.EndsWith("?actor=acme_2", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains(("user_id", "acme_2"), Asked(List)[^1].Parameters));
        page.WaitForAssertion(() =>
            Assert.Contains("Grace Hopper", page.Find(".chip").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Filters_can_be_taken_together()
    {
        var page = await OpenAsync(
            new()
            {
                Environment = Staging.Id,
                Type = "plan",
                Outcome = AuditOutcome.Refused,
            }
        );
        WaitUntilLoaded(page);

        await page.Find("[aria-label='Id of the thing']").ChangeAsync(new() { Value = " plan_1 " });

        page.WaitForAssertion(() =>
            Assert.Superset(
                new HashSet<(string, string)>
                {
                    ("environment_id", Staging.Id),
                    ("resource_type", "plan"),
                    ("is_refused", "true"),
                    ("resource_id", "plan_1"),
                },
                Asked(List)[^1].Parameters.ToHashSet()
            )
        );
        Assert.Equal(
            ["Try-outs", "Plan", "plan_1", "Refused or failed"],
            page.FindAll(".chip").Select(static chip => chip.QuerySelector(".chip-value")!.TextContent)
        );
    }

    [Fact]
    public async Task Where_nothing_was_changed_the_page_says_what_will_stand_there()
    {
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("Nothing was changed yet", page.Find(".state-title").TextContent));
    }

    [Fact]
    public async Task Whoever_may_not_read_it_is_told_so()
    {
        Api.OnError(List, HttpStatusCode.Forbidden, "This key may not read the audit log.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "This key may not read the audit log.",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task What_is_filtered_can_be_exported()
    {
        var saved = JSInterop.SetupVoid("schematic.saveFile", static _ => true).SetVoidResult();
        var dialogs = RenderDialogs();
        var page = await OpenAsync(new() { Type = "plan" });
        WaitUntilLoaded(page);

        Button(page, "Export CSV").Click();
        Button(dialogs, "Export CSV").Click();

        dialogs.WaitForAssertion(() => Assert.Single(saved.Invocations));
        Assert.Contains(("resource_type", "plan"), Asked(List)[^1].Parameters);
        Assert.Equal("1 entry exported.", dialogs.Find("[role=status]").TextContent);
    }

    private static string Row(IRenderedComponent<AuditLogPage> page) => Words(page.Find("tbody tr"));

    private Task<IRenderedComponent<AuditLogPage>> OpenAsync(AuditLogListQuery? query = null) =>
        OpenAsync<AuditLogPage>(DashboardUrls.AuditLog(Production.Id, query));
}
