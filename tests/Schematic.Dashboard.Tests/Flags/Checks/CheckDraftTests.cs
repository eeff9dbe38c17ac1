using Schematic.Dashboard.Flags.Checks;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class CheckDraftTests
{
    private readonly CheckDraft _draft = new();

    [Fact]
    public void What_an_address_asks_is_asked_again()
    {
        var query = new FlagCheckQuery
        {
            CompanyKey = "domain",
            Company = "acme.com",
            User = "user_1",
            Usage = 3,
            Event = "api_call",
            EventUsage = 9,
            CreditCosts = [new("bilcr_1", 2.5), new("bilcr_2", 0)],
            IsSavedOnly = true,
            IsAsked = true,
        };

        _draft.Read(query);

        Assert.Empty(_draft.Mistakes());
        Assert.Equal(query.ToUri(), _draft.ToQuery().ToUri());
    }

    [Fact]
    public void Another_address_leaves_nothing_of_the_last_one()
    {
        _draft.Read(new FlagCheckQuery { Usage = 3, CreditCosts = [new("bilcr_1", 1)] });
        Assert.True(_draft.HasPreflight);

        _draft.Read(new FlagCheckQuery());

        Assert.False(_draft.HasPreflight);
        Assert.Equal(new FlagCheckQuery { IsAsked = true }, _draft.ToQuery());
    }

    [Fact]
    public void Blanks_are_not_part_of_what_is_asked()
    {
        (_draft.Company, _draft.User, _draft.Usage, _draft.Event, _draft.EventUsage) = (
            " acme ",
            " ",
            " 3 ",
            " e ",
            "1 "
        );
        _draft.Costs.Add(new() { CreditId = " bilcr_1 ", Amount = " 2 " });
        _draft.Costs.Add(new() { CreditId = " " });

        Assert.Empty(_draft.Mistakes());
        var query = _draft.ToQuery();
        Assert.Equal(
            ("acme", "", 3L, "e", 1L),
            (query.Company, query.User, query.Usage, query.Event, query.EventUsage)
        );
        Assert.Equal([new CreditCost("bilcr_1", 2)], query.CreditCosts);
    }

    [Theory]
    [InlineData("x", null, null, "Usage")]
    [InlineData("1.5", null, null, "Usage")]
    [InlineData(null, "api_call", null, "EventUsage")]
    [InlineData(null, "api_call", "-1", "EventUsage")]
    [InlineData(null, null, "1", "Event")]
    [InlineData("-1", null, "x", "Usage EventUsage Event")]
    [InlineData("1", "api_call", "1", "")]
    public void A_mistake_belongs_to_its_field(string? usage, string? name, string? quantity, string fields)
    {
        (_draft.Usage, _draft.Event, _draft.EventUsage) = (usage, name, quantity);

        Assert.Equal(fields, string.Join(' ', _draft.Mistakes().Select(static mistake => mistake.Field.FieldName)));
    }

    [Fact]
    public void A_credit_is_named_once_with_an_amount()
    {
        _draft.Costs.AddRange([
            new() { CreditId = "bilcr_1", Amount = "1" },
            new() { CreditId = "bilcr_1", Amount = "2" },
            new() { CreditId = "bilcr_2", Amount = "much" },
            new() { Amount = "1" },
        ]);

        Assert.Equal(
            [(_draft.Costs[1], "CreditId"), (_draft.Costs[2], "Amount"), (_draft.Costs[3], "CreditId")],
            _draft
                .Mistakes()
                .Select(static mistake => ((CheckDraft.CostDraft)mistake.Field.Model, mistake.Field.FieldName))
        );
    }
}
