using System.Net;
using Bunit;
using Schematic.Contracts.AuditLog;
using Schematic.Dashboard.AuditLog;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditEntryPageTests : PageContext
{
    private const string Get = "GET /audit-log/entry_2";
    private const string Former = "GET /audit-log/entry_1";
    private const string List = "GET /audit-log";

    public AuditEntryPageTests() =>
        Api.OnData(
                Get,
                AuditSamples.Entry("entry_2", """{"name":"Pro"}""", """{"data":{"id":"plan_1","name":"Pro"}}""")
            )
            .OnData(Former, AuditSamples.Entry("entry_1", null, """{"data":{"id":"plan_1","name":"Free"}}"""))
            .OnData<IReadOnlyList<AuditLogListResponseData>>(List, [AuditSamples.Listed()]);

    [Fact]
    public async Task What_changed_stands_beside_what_it_was()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("name Free Pro", Words(page.Find(".audit-changes tbody tr"))));
        Assert.Equal("Changed the plan Pro", page.Find("h1").TextContent);
        Assert.Contains(("end_time", "2026-11-20T12:00:00.000000Z"), Asked(List)[0].Parameters);
        Assert.Contains(("resource_id", "plan_1"), Asked(List)[0].Parameters);
        Assert.Contains(
            DashboardUrls.Plan(Production.Id, "plan_1"),
            page.FindAll("header a").Select(static link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Without_a_former_state_it_says_what_was_sent()
    {
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("What was sent", page.Find("h2").TextContent));
        Assert.Equal("name Pro", Words(page.Find(".audit-changes tbody tr")));
    }

    [Fact]
    public async Task An_entry_in_between_that_has_not_the_whole_thing_is_passed_over()
    {
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>(
                List,
                [AuditSamples.Listed("entry_part"), AuditSamples.Listed()]
            )
            .OnData("GET /audit-log/entry_part", AuditSamples.Entry("entry_part", null, """{"data":{"rules":[]}}"""));
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("name Free Pro", Words(page.Find(".audit-changes tbody tr"))));
    }

    [Fact]
    public async Task A_refused_request_says_why_and_what_was_asked_for()
    {
        Api.OnData(
            Get,
            AuditSamples.Entry("entry_2", """{"name":"Pro"}""", """{"error":"You may not change plans."}""", 403)
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("You may not change plans.", page.Find(".alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("Tried to change the plan Pro", page.Find("h1").TextContent);
        Assert.Equal("Refused: 403", page.Find("header .badge").TextContent);
        Assert.Equal("What was asked for", page.Find("h2").TextContent);
        Assert.Empty(Asked(List));
    }

    [Fact]
    public async Task Bodies_are_laid_out_and_one_that_is_not_kept_says_so()
    {
        Api.OnData(Get, AuditSamples.Entry("entry_2", """{"name":"Pro"}""", null));
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal("{\n  \"name\": \"Pro\"\n}", page.Find(".payload").TextContent.ReplaceLineEndings("\n"))
        );
        Assert.Contains("too long to keep", page.Find("[aria-label=Answer]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_not_there_leads_back_to_the_log()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no entry.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(DashboardUrls.AuditLog(Production.Id), page.Find(".state-actions a").GetAttribute("href"))
        );
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Button(page, "Try again"));

        Api.OnData(Get, AuditSamples.Entry("entry_2", null, null));
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Changed the plan Pro", page.Find("h1").TextContent));
    }

    private Task<IRenderedComponent<AuditEntryPage>> OpenAsync() =>
        OpenAsync<AuditEntryPage>(
            DashboardUrls.AuditEntry(Production.Id, "entry_2"),
            static page => page.Add(static page => page.EntryId, "entry_2")
        );
}
