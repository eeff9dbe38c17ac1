using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Gateway;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Insights;

public abstract class PlanGrowthTests(DatabaseProvider provider)
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_month_has_the_companies_that_a_plan_had_at_its_end()
    {
        await using var server = await StartAsync();
        var gateway = server.Gateway();
        var (basic, pro) = (await SoldAsync(gateway, "Basic"), await SoldAsync(gateway, "Pro"));
        var addOn = await SoldAsync(gateway, "Extra", PlanType.AddOn);
        var (first, second) = (await CompanyAsync(gateway, "one"), await CompanyAsync(gateway, "two"));
        var gone = await CompanyAsync(gateway, "gone");
        foreach (var company in (string[])[first, second, gone])
            await AssignAsync(gateway, company, basic, addOn);
        _clock.JumpTo(new DateTimeOffset(2026, 4, 30, 23, 59, 59, TimeSpan.Zero));
        await AssignAsync(gateway, first, pro);
        _clock.JumpTo(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await AssignAsync(gateway, second, null);
        await gateway.Companies.DeleteAsync(gone, Cancellation);

        var points = await GrowthAsync(gateway, 4);

        Assert.Equal(
            [
                ("2026-02", "Basic", 0),
                ("2026-02", "Pro", 0),
                ("2026-03", "Basic", 2),
                ("2026-03", "Pro", 0),
                ("2026-04", "Basic", 1),
                ("2026-04", "Pro", 1),
                ("2026-05", "Basic", 0),
                ("2026-05", "Pro", 1),
            ],
            points.Select(static point => ($"{point.Month:yyyy-MM}", point.PlanName, (int)point.Subscribers))
        );
        Assert.Empty(await GrowthAsync(server.Gateway(Keys.Staging), 4));
    }

    [Fact]
    public async Task Without_a_number_of_months_there_are_twelve_and_a_deleted_plan_keeps_its_name()
    {
        await using var server = await StartAsync();
        var gateway = server.Gateway();
        var plan = await SoldAsync(gateway, "Basic");
        var company = await CompanyAsync(gateway, "one");
        await AssignAsync(gateway, company, plan);
        _clock.JumpTo(new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero));
        await AssignAsync(gateway, company, null);
        await gateway.Plans.DeleteAsync(plan, Cancellation);

        var points = await GrowthAsync(gateway, null);

        Assert.Equal(12, points.Count);
        Assert.Equal([0, 1, 0], points.Skip(9).Select(static point => point.Subscribers));
        Assert.All(points, static point => Assert.Equal("Basic", point.PlanName));
        Assert.Equal(new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero), points[0].Month);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public async Task Only_1_to_24_months_can_be_asked_for(int months)
    {
        await using var server = await StartAsync();

        var refusal = await Assert.ThrowsAsync<Gateway.Http.GatewayException>(() =>
            GrowthAsync(server.Gateway(), months)
        );

        Assert.Equal((HttpStatusCode.BadRequest, "months"), (refusal.Status, refusal.Field));
    }

    private Task<ApiServer> StartAsync() => ApiServer.StartAsync(provider, new ApiServerOptions { Clock = _clock });

    private static async Task<IReadOnlyList<PlanGrowthPointResponseData>> GrowthAsync(
        SchematicGateway gateway,
        int? months
    ) => (await gateway.Plans.GetGrowthAsync(new PlanGrowthQuery { Months = months }, Cancellation)).Data.Points;

    private static async Task<string> SoldAsync(SchematicGateway gateway, string name, PlanType type = PlanType.Plan)
    {
        var plan = (
            await gateway.Plans.CreateAsync(new CreatePlanRequestBody { Name = name, PlanType = type }, Cancellation)
        ).Data;
        await gateway.Plans.PublishVersionAsync(
            plan.DraftVersion!.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [],
            },
            Cancellation
        );
        return plan.Id;
    }

    private static async Task<string> CompanyAsync(SchematicGateway gateway, string domain) =>
        (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        )
            .Data
            .Id;

    private static Task AssignAsync(SchematicGateway gateway, string company, string? plan, params string[] addOns) =>
        gateway.Plans.UpdateCompanyPlansAsync(
            company,
            new UpdateCompanyPlansRequestBody { BasePlanId = plan, AddOnIds = addOns },
            Cancellation
        );
}

public sealed class PlanGrowthTestsOnSqlite() : PlanGrowthTests(DatabaseProvider.Sqlite);

public sealed class PlanGrowthTestsOnPostgreSql() : PlanGrowthTests(DatabaseProvider.PostgreSql);
