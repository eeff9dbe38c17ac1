using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

public sealed class TraitConditionTests
{
    private static readonly TraitReference Limit = new("trdf_limit", EntityKind.Company, ComparableKind.Int);

    /// <summary>
    /// What each kind compares with: the value that there is, the value compared with, the operators that hold.
    /// </summary>
    [Theory]
    [InlineData(ComparableKind.String, "eu", "eu", "eq gte lte not_empty")]
    [InlineData(ComparableKind.String, "eu", "us", "ne lt lte not_empty")]
    [InlineData(ComparableKind.String, "10", "9", "ne lt lte not_empty")]
    [InlineData(ComparableKind.Int, "10", "9", "ne gt gte not_empty")]
    [InlineData(ComparableKind.Int, "abc", "0", "eq gte lte is_empty")]
    [InlineData(ComparableKind.Bool, "true", "true", "eq not_empty")]
    [InlineData(ComparableKind.Bool, "yes", "true", "ne not_empty")]
    [InlineData(ComparableKind.Date, "2026-11-20", "2026-11-21", "ne lt lte not_empty")]
    [InlineData(ComparableKind.Date, "soon", "2026-11-21", "ne lt lte is_empty")]
    public void A_trait_is_compared_by_its_kind(ComparableKind kind, string value, string with, string holding)
    {
        Assert.Equal(
            holding,
            ConditionCase.HoldingOperators(
                ConditionOf.Trait("trdf_1", kind, ComparisonOperator.Eq, with),
                Company(("trdf_1", kind, value))
            )
        );
        Assert.Equal(
            holding,
            ConditionCase.HoldingOperators(
                ConditionOf.Trait("trdf_1", kind, ComparisonOperator.Eq, with, EntityKind.User),
                null,
                new UserFacts { Id = "user_1", Traits = [new TraitFact("trdf_1", kind, value)] }
            )
        );
    }

    [Theory]
    [InlineData(ComparableKind.String, "ne lt lte is_empty")]
    [InlineData(ComparableKind.Int, "ne lt lte is_empty")]
    [InlineData(ComparableKind.Bool, "ne not_empty")]
    [InlineData(ComparableKind.Date, "ne lt lte is_empty")]
    public void Without_a_value_a_trait_is_empty_0_false_or_no_date(ComparableKind kind, string holding)
    {
        var value = kind switch
        {
            ComparableKind.Bool => "true",
            ComparableKind.Date => "2026-11-20",
            _ => "5",
        };

        Assert.Equal(
            holding,
            ConditionCase.HoldingOperators(
                ConditionOf.Trait("trdf_1", kind, ComparisonOperator.Eq, value),
                new CompanyFacts { Id = "comp_1" }
            )
        );
    }

    [Fact]
    public void The_kind_of_the_stored_value_wins_over_that_of_the_condition() =>
        Assert.Equal(
            "ne gt gte not_empty",
            ConditionCase.HoldingOperators(
                ConditionOf.Trait("trdf_1", ComparableKind.String, ComparisonOperator.Eq, "9"),
                Company(("trdf_1", ComparableKind.Int, "10"))
            )
        );

    [Theory]
    [InlineData("7", "eq gte lte not_empty")]
    [InlineData("8", "ne lt lte not_empty")]
    [InlineData(null, "ne gt gte not_empty")]
    public void A_trait_is_compared_with_another_of_the_same_entity(string? limit, string holding)
    {
        var condition = ConditionOf.Trait("trdf_seats", ComparableKind.Int, ComparisonOperator.Eq, "ignored") with
        {
            ComparisonTrait = Limit,
        };
        var company = limit is null
            ? Company(("trdf_seats", ComparableKind.Int, "7"))
            : Company(("trdf_seats", ComparableKind.Int, "7"), ("trdf_limit", ComparableKind.Int, limit));

        Assert.Equal(holding, ConditionCase.HoldingOperators(condition, company));
    }

    [Theory]
    [InlineData(EntityKind.Company)]
    [InlineData(EntityKind.User)]
    public void Without_its_entity_a_trait_condition_never_holds(EntityKind entity) =>
        Assert.Equal(
            "",
            ConditionCase.HoldingOperators(
                ConditionOf.Trait("trdf_1", ComparableKind.Bool, ComparisonOperator.Eq, "", entity),
                entity == EntityKind.User ? Company() : null,
                entity == EntityKind.User ? null : new UserFacts { Id = "user_1" }
            )
        );

    [Fact]
    public void A_condition_without_a_trait_never_holds() =>
        Assert.Equal(
            "",
            ConditionCase.HoldingOperators(new ConditionDefinition { Kind = ConditionKind.Trait }, Company())
        );

    [Theory]
    [InlineData(ComparableKind.Int, "7", "eq gte lte not_empty")]
    [InlineData(ComparableKind.String, "7", "ne lt lte not_empty")]
    public void Usage_is_added_to_numbers_only(ComparableKind kind, string value, string holding) =>
        Assert.Equal(
            holding,
            ConditionCase.HoldingOperators(
                ConditionOf.Trait("trdf_1", kind, ComparisonOperator.Eq, "9"),
                Company(("trdf_1", kind, value)),
                preflight: new Preflight(usage: 2)
            )
        );

    [Fact]
    public void An_explanation_points_out_what_cannot_be_compared()
    {
        var condition = ConditionOf.Trait("trdf_seats", ComparableKind.Int, ComparisonOperator.Gt, "many");
        var byLimit = condition with { ComparisonTrait = Limit };
        var company = Company(("trdf_seats", ComparableKind.Int, "few"));

        Assert.Equal(
            (
                "more than 0",
                "2",
                "The trait's value \"few\" is not a number; counted as 0. "
                    + "The compared value \"many\" is not a number; counted as 0. 0 stored, 2 asked about."
            ),
            ConditionCase.Explain(condition, company, preflight: new Preflight(usage: 2))
        );
        Assert.Equal(
            (
                "more than 0",
                "0",
                "The company has no value for this trait. The company has no value for the trait to compare with."
            ),
            ConditionCase.Explain(byLimit, Company())
        );
        Assert.Equal(
            ("not empty", "0", "The trait's value \"few\" is not a number; counted as 0."),
            ConditionCase.Explain(byLimit with { Operator = ComparisonOperator.NotEmpty }, company)
        );
    }

    [Fact]
    public void An_explanation_says_who_or_what_is_missing()
    {
        var ofUser = ConditionOf.Trait("t", ComparableKind.String, ComparisonOperator.Eq, "eu", EntityKind.User);

        Assert.Equal(
            ("\"eu\"", "no user", "There is no user in this check, so nothing about one holds."),
            ConditionCase.Explain(ofUser, Company())
        );
        Assert.Equal("no company", ConditionCase.Explain(ConditionOf.Trait("t", default, default, ""), null).Actual);
        Assert.Equal(
            ("\"eu\"", "none", "The condition names no trait, so it does not hold."),
            ConditionCase.Explain(ofUser with { Trait = null }, Company())
        );
        Assert.Equal(
            "The user has no value for this trait.",
            ConditionCase.Explain(ofUser, null, new UserFacts { Id = "user_1" }).Note
        );
    }

    private static CompanyFacts Company(params (string Id, ComparableKind Kind, string Value)[] traits) =>
        new()
        {
            Id = "comp_1",
            Traits = [.. traits.Select(static trait => new TraitFact(trait.Id, trait.Kind, trait.Value))],
        };
}
