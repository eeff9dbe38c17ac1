using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class FlagCheckQueryTests
{
    private static readonly IReadOnlyList<RuleDraft> Draft = RuleDrafts.FromContract([
        FlagSamples.Rule("rule_1", "One"),
    ]);

    [Theory]
    [InlineData(
        "?company_key=domain&company=a%2Bb&user=user_1&usage=3&event=api_call&event_usage=9"
            + "&credit_cost=bilcr_1%3A2.5&credit_cost=a%3Ab%3A0&saved=true&ask=true"
    )]
    [InlineData("")]
    public void The_address_holds_what_is_tried(string uri) =>
        Assert.Equal(uri, FlagCheckQuery.FromUri(new UrlReader(uri)).ToUri());

    [Theory]
    [InlineData("?usage=-1&event_usage=x&credit_cost=none")]
    [InlineData("?company_key=&user_key=")]
    public void What_the_address_says_wrongly_is_ignored(string uri) =>
        Assert.Equal("", FlagCheckQuery.FromUri(new UrlReader(uri)).ToUri());

    [Fact]
    public void The_first_cost_in_a_credit_counts() =>
        Assert.Equal(
            [new CreditCost("bilcr_1", 1)],
            FlagCheckQuery.FromUri(new UrlReader("?credit_cost=bilcr_1:1&credit_cost=bilcr_1:2")).CreditCosts
        );

    [Fact]
    public void Equal_addresses_are_equal_queries()
    {
        var one = new FlagCheckQuery { CreditCosts = [new("bilcr_1", 1)] };
        var other = new FlagCheckQuery { CreditCosts = [new("bilcr_1", 1)] };

        Assert.Equal((one, one.GetHashCode()), (other, other.GetHashCode()));
        Assert.NotEqual(one, other with { IsSavedOnly = true });
    }

    [Fact]
    public void Nobody_named_is_nobody_asked_for()
    {
        var body = new FlagCheckQuery().ToContract(null);

        Assert.Null(body.Company);
        Assert.Null(body.User);
        Assert.Null(body.Preflight);
        Assert.Null(body.Rules);
    }

    [Fact]
    public void A_subject_is_named_by_one_key()
    {
        var body = new FlagCheckQuery
        {
            CompanyKey = "domain",
            Company = "acme.com",
            User = "user_1",
        }.ToContract(null);

        Assert.Equal([new("domain", "acme.com")], body.Company!);
        Assert.Equal([new(EntityApi.IdKey, "user_1")], body.User!);
    }

    [Fact]
    public void The_draft_is_tried_unless_only_what_is_saved_is_asked_for()
    {
        Assert.Equal("One", Assert.Single(new FlagCheckQuery().ToContract(Draft).Rules!).Name);
        Assert.Null(
            new FlagCheckQuery { IsSavedOnly = true }
                .ToContract(Draft)
                .Rules
        );
    }

    [Fact]
    public void An_event_counts_only_with_its_quantity()
    {
        Assert.Null(
            new FlagCheckQuery { Event = "api_call" }
                .ToContract(null)
                .Preflight
        );

        var preflight = new FlagCheckQuery { Event = "api_call", EventUsage = 0 }
            .ToContract(null)
            .Preflight!;
        Assert.Equal(("api_call", 0L), (preflight.EventUsage!.EventSubtype, preflight.EventUsage.Quantity));
        Assert.Null(preflight.CreditCost);
    }
}
