using System.Net;
using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans.Versions;

public sealed class PlanMigrationsTests : PageContext
{
    private const string List = "GET /plan-version-migrations";
    private const string Companies = "GET /plan-version-migrations/migr_1/companies";
    private readonly List<string> _again = [];
    private int _finished;

    [Fact]
    public async Task A_failure_shows_here_and_can_be_tried_again()
    {
        Api.OnError(List, HttpStatusCode.NotFound, "There is nothing at this address.");
        var card = await RenderAsync();

        card.WaitForAssertion(() =>
            Assert.Contains("nothing at this address", card.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_move_one_line_says_so()
    {
        Teach();
        var card = await RenderAsync();

        card.WaitForAssertion(() =>
            Assert.Contains("No companies were moved", card.Find(".plan-none").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_move_is_followed_until_it_ends()
    {
        Teach(PlanSamples.Migration(PlanVersionMigrationStatus.InProgress, completed: 3));
        var card = await RenderAsync();
        card.WaitForAssertion(() => Assert.Equal("3", card.Find("progress").GetAttribute("value")));
        Assert.Contains("3 of 10 moved.", card.Find(".plan-move p").TextContent, StringComparison.Ordinal);

        Teach(PlanSamples.Migration(PlanVersionMigrationStatus.Completed, completed: 10));
        Clock.Advance(TimeSpan.FromSeconds(2));

        card.WaitForAssertion(() => Assert.Equal(1, _finished));
        Assert.Empty(card.FindAll("progress"));
        Assert.Contains("10 of 10 moved.", card.Find(".plan-move p").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(card.FindAll("button"), static button => button.TextContent.Contains("again"));
    }

    [Fact]
    public async Task The_result_of_each_company_is_shown_on_demand_and_kept_up_to_date()
    {
        Teach(PlanSamples.Migration(PlanVersionMigrationStatus.InProgress, total: 2, completed: 1));
        TeachCompanies(
            Company("Acme", PlanVersionMigrationCompanyStatus.Completed),
            Company("Hooli", PlanVersionMigrationCompanyStatus.Pending)
        );
        var card = await RenderAsync();
        card.WaitForAssertion(() => Button(card, "Show companies"));
        Assert.Empty(Asked(Companies));

        await Button(card, "Show companies").ClickAsync();
        card.WaitForAssertion(() => Assert.Equal(["Acme Moved", "Hooli Waiting"], Results(card)));
        Assert.Equal($"/env/{Production.Id}/companies/comp_acme", card.Find(".plan-move-list a").GetAttribute("href"));
        Teach(PlanSamples.Migration(PlanVersionMigrationStatus.Completed, total: 2, completed: 2));
        TeachCompanies(
            Company("Acme", PlanVersionMigrationCompanyStatus.Completed),
            Company("Hooli", PlanVersionMigrationCompanyStatus.Completed)
        );
        Clock.Advance(TimeSpan.FromSeconds(2));
        card.WaitForAssertion(() => Assert.Equal(["Acme Moved", "Hooli Moved"], Results(card)));
        await Button(card, "Hide companies").ClickAsync();
        Assert.Empty(card.FindAll(".plan-move-list"));
    }

    [Fact]
    public async Task Companies_that_could_not_be_moved_come_first_with_the_reason()
    {
        Teach(PlanSamples.Migration(PlanVersionMigrationStatus.Completed, completed: 7, failed: 3));
        TeachCompanies(Company("Hooli", PlanVersionMigrationCompanyStatus.Failed) with { Error = "It is gone." });
        var card = await RenderAsync();
        card.WaitForAssertion(() => Button(card, "Show companies"));

        await Button(card, "Show companies").ClickAsync();
        card.WaitForAssertion(() => Assert.Equal(["Hooli Could not be moved It is gone."], Results(card)));
        Assert.Equal(
            ["All 10 companies", "Could not be moved", "Moved"],
            card.FindAll("option").Select(static option => option.TextContent)
        );
        await card.Find("select").ChangeAsync("");

        card.WaitForAssertion(() => Assert.Equal(["failed", null], Asked(Companies).Select(StatusOf)));

        static string? StatusOf(RecordedRequest request) =>
            request.Parameters.FirstOrDefault(static one => one.Name == "status").Value;
    }

    [Fact]
    public async Task A_long_list_of_companies_is_continued_on_demand()
    {
        Teach(PlanSamples.Migration(PlanVersionMigrationStatus.Completed, total: 60, completed: 60));
        Api.On(
            Companies,
            static request =>
            {
                var limit = int.Parse(request.Parameters.Single(static one => one.Name == "limit").Value, null);
                return FakeApi.Data<IReadOnlyList<PlanVersionMigrationCompanyResponseData>>([
                    .. Enumerable
                        .Range(0, Math.Min(60, limit))
                        .Select(static number => Company($"C{number}", PlanVersionMigrationCompanyStatus.Completed)),
                ]);
            }
        );
        var card = await RenderAsync();
        card.WaitForAssertion(() => Button(card, "Show companies"));
        await Button(card, "Show companies").ClickAsync();
        card.WaitForAssertion(() => Assert.Equal(50, Results(card).Count()));

        await Button(card, "Show more").ClickAsync();

        card.WaitForAssertion(() => Assert.Equal(60, Results(card).Count()));
        Assert.DoesNotContain(card.FindAll("button"), static button => button.TextContent.Contains("Show more"));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(600, 0)]
    public async Task A_move_that_ended_just_now_without_being_seen_under_way_counts_as_followed(
        int secondsAgo,
        int finished
    )
    {
        Teach(
            PlanSamples.Migration(PlanVersionMigrationStatus.Completed, completed: 10) with
            {
                CompletedAt = Clock.GetUtcNow().AddSeconds(-secondsAgo),
            }
        );
        var card = await RenderAsync();

        card.WaitForAssertion(() => Assert.NotEmpty(card.FindAll(".plan-move")));
        card.WaitForAssertion(() => Assert.Equal(finished, _finished));
    }

    [Fact]
    public async Task Companies_that_could_not_be_moved_are_counted_and_moved_again()
    {
        Teach(
            PlanSamples.Migration(PlanVersionMigrationStatus.Failed, completed: 7, failed: 3) with
            {
                Error = "The database went away.",
            }
        );
        var card = await RenderAsync();
        card.WaitForAssertion(() => Button(card, "Move them again…"));

        Assert.Contains(
            "7 of 10 moved, 3 could not be moved.",
            card.Find(".plan-move").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("went away", card.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("/left/plvr_1", card.Find("a").GetAttribute("href"));
        Button(card, "Move them again…").Click();
        Assert.Equal(["plvr_1"], _again);
        Assert.Equal(0, _finished);
    }

    private void Teach(params PlanVersionMigrationResponseData[] moves) =>
        Api.OnData<IReadOnlyList<PlanVersionMigrationResponseData>>(List, moves);

    private void TeachCompanies(params PlanVersionMigrationCompanyResponseData[] companies) =>
        Api.OnData<IReadOnlyList<PlanVersionMigrationCompanyResponseData>>(Companies, companies);

    private static PlanVersionMigrationCompanyResponseData Company(
        string name,
        PlanVersionMigrationCompanyStatus status
    ) =>
        new()
        {
            Company = new() { Id = $"comp_{name.ToLowerInvariant()}", Name = name },
            Status = status,
        };

    // Name, result and reason, as they are read.
    private static IEnumerable<string> Results(IRenderedComponent<PlanMigrations> card) =>
        card.FindAll(".plan-move-list li")
            .Select(static row => string.Join(' ', row.Children.Select(static part => part.TextContent.Trim())));

    private async Task<IRenderedComponent<PlanMigrations>> RenderAsync()
    {
        await EnterAsync();
        return Render<PlanMigrations>(builder =>
            builder
                .Add(static card => card.EnvironmentId, Production.Id)
                .Add(
                    static card => card.Plan,
                    PlanSamples.Plan(
                        versions: [PlanSamples.Version(2), PlanSamples.Version(1, PlanVersionStatus.Archived)]
                    )
                )
                .Add(static card => card.Target, PlanSamples.Version(2))
                .Add(static card => card.CompaniesUrl, static id => $"/left/{id}")
                .Add(static card => card.Again, from => _again.AddRange(from))
                .Add(static card => card.Finished, () => _finished++)
        );
    }
}
