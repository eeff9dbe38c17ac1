using System.Net;
using Bunit;
using Schematic.Contracts.AuditLog;
using Schematic.Dashboard.AuditLog;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditHistoryTests : PageContext
{
    private const string List = "GET /audit-log";

    public AuditHistoryTests() =>
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>(List, [AuditSamples.Listed()])
            .OnData("GET /audit-log/entry_1", AuditSamples.Entry("entry_1", """{"name":"Pro"}""", null));

    [Fact]
    public async Task Each_change_says_who_made_it_and_shows_its_fields_on_demand()
    {
        var history = await OpenAsync();
        history.WaitForAssertion(() => Assert.Single(history.FindAll(".save")));
        Assert.Contains("Ada Lovelace (Member)", Words(history.Find(".save")), StringComparison.Ordinal);
        Assert.Equal(DashboardUrls.AuditEntry(Production.Id, "entry_1"), history.Find(".save a").GetAttribute("href"));
        Assert.Contains(("resource_id", "plan_1"), Asked(List)[0].Parameters);

        history.Find(".save button").Click();

        history.WaitForAssertion(() => Assert.Equal("name Pro", Words(history.Find(".audit-changes tbody tr"))));
        Assert.Equal("true", history.Find(".save button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task A_refused_attempt_is_marked()
    {
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>(List, [AuditSamples.Listed(status: 403)]);
        var history = await OpenAsync();

        history.WaitForAssertion(() => Assert.Equal("Refused: 403", history.Find(".save .badge").TextContent));
    }

    [Fact]
    public async Task Without_changes_it_says_what_will_stand_there()
    {
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>(List, []);
        var history = await OpenAsync();

        history.WaitForAssertion(() => Assert.Equal("No changes are known", history.Find(".state-title").TextContent));
    }

    [Fact]
    public async Task A_server_without_an_audit_log_is_no_failure()
    {
        Api.OnError(List, HttpStatusCode.NotFound, "No such route.");
        var history = await OpenAsync();

        history.WaitForAssertion(() =>
            Assert.Equal("No history is kept here", history.Find(".state-title").TextContent)
        );
    }

    private async Task<IRenderedComponent<AuditHistory>> OpenAsync()
    {
        await EnterAsync();
        return Render<AuditHistory>(history =>
            history
                .Add(static history => history.EnvironmentId, Production.Id)
                .Add(static history => history.ResourceId, "plan_1")
        );
    }
}
