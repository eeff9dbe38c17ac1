using System.Net;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits;

public abstract class CreditBundleStoreTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task A_bundle_is_answered_with_its_credit_and_prices()
    {
        var credit = await NewCreditAsync();

        var bundle = await NewBundleAsync(credit.Id, 200);

        Assert.StartsWith("bcbn_", bundle.Id, StringComparison.Ordinal);
        Assert.Equal((credit.Id, credit.Name, 200L), (bundle.CreditId, bundle.CreditName, bundle.Quantity));
        Assert.Equal(("usd", 5L, 1_000L), (bundle.UnitPrice!.Currency, bundle.UnitPrice.Price, bundle.Price!.Price));
        Assert.Equal(
            (BillingCreditBundleStatus.Active, BillingCreditExpiryType.NoExpiry, false),
            (bundle.Status, bundle.ExpiryType, bundle.HasGrants)
        );
    }

    [Fact]
    public async Task A_sold_bundle_can_be_made_inactive_and_not_deleted()
    {
        var (credit, company) = (await NewCreditAsync(), await NewCompanyAsync(Unique("domain")));
        var bundle = await NewBundleAsync(credit.Id);
        await GrantAsync(Sale(company.Id, credit.Id, bundle.Id, 200));

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "1 grant came from",
            () => Production.Credits.DeleteBundleAsync(bundle.Id, Cancellation)
        );
        var inactive = (
            await Production.Credits.UpdateBundleAsync(
                bundle.Id,
                new UpdateCreditBundleDetailsRequestBody
                {
                    BundleName = bundle.Name,
                    PricePerUnit = 5,
                    Status = BillingCreditBundleStatus.Inactive,
                },
                Cancellation
            )
        ).Data;

        Assert.Equal(
            (BillingCreditBundleStatus.Inactive, true, 100L),
            (inactive.Status, inactive.HasGrants, inactive.Quantity)
        );
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "inactive",
            () => GrantAsync(Sale(company.Id, credit.Id, bundle.Id, 100))
        );
        Assert.Equal(200, (await BalanceAsync(company.Id)).Remaining);
    }

    [Fact]
    public async Task A_bundle_without_grants_is_deleted()
    {
        var bundle = await NewBundleAsync((await NewCreditAsync()).Id);

        await Production.Credits.DeleteBundleAsync(bundle.Id, Cancellation);

        await RefusedAsync(
            HttpStatusCode.NotFound,
            bundle.Id,
            () => Production.Credits.GetBundleAsync(bundle.Id, Cancellation)
        );
    }

    [Fact]
    public async Task A_bundle_is_sold_to_companies_on_its_plans_only()
    {
        var (credit, company, plan) = (
            await NewCreditAsync(),
            await NewCompanyAsync(Unique("domain")),
            await SoldPlanAsync(PlanType.Plan)
        );
        var bundle = (
            await Production.Credits.CreateBundleAsync(
                new CreateCreditBundleRequestBody
                {
                    BundleName = Unique("bundle"),
                    CreditId = credit.Id,
                    Currency = "usd",
                    PricePerUnit = 5,
                    Quantity = 10,
                    CompatiblePlanIds = [plan.Id],
                },
                Cancellation
            )
        ).Data;

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "is not sold to",
            () => GrantAsync(Sale(company.Id, credit.Id, bundle.Id, 10))
        );
        await AssignAsync(company.Id, plan.Id);
        var grant = await GrantAsync(Sale(company.Id, credit.Id, bundle.Id, 10));

        Assert.Equal((bundle.Name, "usd", 5L), (grant.SourceLabel, grant.Currency, grant.Price!.Price));
    }

    [Fact]
    public async Task Bundles_are_filtered_by_credit_status_and_id()
    {
        var (credit, other) = (await NewCreditAsync(), await NewCreditAsync());
        var (first, second) = (await NewBundleAsync(credit.Id), await NewBundleAsync(credit.Id));
        await NewBundleAsync(other.Id);

        Assert.Equal([second.Id, first.Id], await IdsAsync(new CreditBundlesQuery { CreditId = credit.Id }));
        Assert.Equal([first.Id], await IdsAsync(new CreditBundlesQuery { Ids = [first.Id] }));
        Assert.Empty(
            await IdsAsync(new CreditBundlesQuery { CreditId = credit.Id, Status = BillingCreditBundleStatus.Inactive })
        );
    }

    [Theory]
    [InlineData("\"quantity\":0", "quantity", HttpStatusCode.BadRequest)]
    [InlineData("\"currency\":\"usd\"", "quantity", HttpStatusCode.BadRequest)]
    [InlineData("\"quantity\":5,\"expiry_unit\":\"days\"", "expiry_unit_count", HttpStatusCode.BadRequest)]
    [InlineData(
        "\"quantity\":5,\"expiry_type\":\"no_expiry\",\"expiry_unit_count\":3",
        "expiry_unit_count",
        HttpStatusCode.BadRequest
    )]
    [InlineData(
        "\"quantity\":5,\"compatible_plan_ids\":[\"plan_none\"]",
        "compatible_plan_ids[0]",
        HttpStatusCode.NotFound
    )]
    public async Task Bad_input_is_refused_by_a_sentence_that_names_the_member(
        string members,
        string field,
        HttpStatusCode status
    )
    {
        var credit = await NewCreditAsync();
        var currency = members.Contains("currency", StringComparison.Ordinal) ? "" : ",\"currency\":\"usd\"";

        var reply = await SendAsync(
            "POST",
            "/billing/credits/bundles",
            $$"""{"bundle_name":"a","credit_id":"{{credit.Id}}","price_per_unit":1,{{members}}{{currency}}}"""
        );

        Assert.Equal((status, field), (reply.Status, reply.Json.GetProperty("field").GetString()));
        AssertSentence(reply.Error);
    }

    private static CreateCompanyCreditGrant Sale(string companyId, string creditId, string bundleId, long quantity) =>
        Grant(companyId, creditId, quantity) with
        {
            CreditBundleId = bundleId,
            Reason = BillingCreditGrantReason.Purchased,
        };

    private async Task<IReadOnlyList<string>> IdsAsync(CreditBundlesQuery query)
    {
        var ids = (await Production.Credits.ListBundlesAsync(query, Cancellation))
            .Data.Select(static one => one.Id)
            .ToList();
        Assert.Equal(ids.Count, (await Production.Credits.CountBundlesAsync(query, Cancellation)).Data.Count);
        return ids;
    }
}

public sealed class CreditBundleStoreTestsOnSqlite(SqliteApi api)
    : CreditBundleStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class CreditBundleStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CreditBundleStoreTests(api),
        IClassFixture<PostgreSqlApi>;
