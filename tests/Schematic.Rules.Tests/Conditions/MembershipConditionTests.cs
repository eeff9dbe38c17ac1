using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

public sealed class MembershipConditionTests
{
    private const string NoCompany = "There is no company in this check, so nothing about one holds.";

    private static readonly CompanyFacts Acme = new()
    {
        Id = "comp_acme",
        PlanIds = ["plan_pro", "plan_addon"],
        PlanVersionIds = ["plvr_pro"],
        BillingProductIds = ["prod_pro", "prod_addon"],
    };

    private static readonly UserFacts Ada = new() { Id = "user_ada" };

    public static TheoryData<ConditionKind, string> Members { get; } =
        new()
        {
            { ConditionKind.Company, "comp_acme" },
            { ConditionKind.User, "user_ada" },
            { ConditionKind.Plan, "plan_addon" },
            { ConditionKind.PlanVersion, "plvr_pro" },
            { ConditionKind.BillingProduct, "prod_addon" },
        };

    [Theory]
    [MemberData(nameof(Members))]
    public void Eq_holds_for_a_member_and_ne_for_everyone_else(ConditionKind kind, string member)
    {
        var (of, notOf) = (
            ConditionOf.OnIds(kind, "other", member, "another"),
            ConditionOf.OnIds(kind, "other", "another")
        );

        Assert.True(ConditionCase.Holds(of, Acme, Ada));
        Assert.False(ConditionCase.Holds(Negated(of), Acme, Ada));
        Assert.False(ConditionCase.Holds(notOf, Acme, Ada));
        Assert.True(ConditionCase.Holds(Negated(notOf), Acme, Ada));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Nobody_is_one_of_no_ids(ConditionKind kind, string member)
    {
        Assert.NotEmpty(member);
        Assert.False(ConditionCase.Holds(ConditionOf.OnIds(kind), Acme, Ada));
        Assert.True(ConditionCase.Holds(Negated(ConditionOf.OnIds(kind)), Acme, Ada));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Without_a_company_or_user_neither_eq_nor_ne_holds(ConditionKind kind, string member)
    {
        var isUser = kind == ConditionKind.User;
        var (company, user) = (isUser ? Acme : null, isUser ? null : Ada);
        var condition = ConditionOf.OnIds(kind, member);

        Assert.False(ConditionCase.Holds(condition, company, user));
        Assert.False(ConditionCase.Holds(Negated(condition), company, user));
    }

    // The ids of one kind say nothing about another.
    [Fact]
    public void Each_kind_looks_only_at_its_own_ids()
    {
        foreach (var kind in Members.Select(static row => row.Data.Item1))
        {
            foreach (var (other, member) in Members.Select(static row => row.Data))
                Assert.Equal(kind == other, ConditionCase.Holds(ConditionOf.OnIds(kind, member), Acme, Ada));
        }
    }

    [Theory]
    [InlineData(ConditionKind.Company, "comp_acme")]
    [InlineData(ConditionKind.User, "user_ada")]
    [InlineData(ConditionKind.Plan, "plan_pro, plan_addon")]
    [InlineData(ConditionKind.PlanVersion, "plvr_pro")]
    [InlineData(ConditionKind.BillingProduct, "prod_pro, prod_addon")]
    public void An_explanation_shows_what_there_is(ConditionKind kind, string actual)
    {
        Assert.Equal(
            ("one of a, b", actual, null),
            ConditionCase.Explain(ConditionOf.OnIds(kind, "a", "b"), Acme, Ada)
        );
        Assert.Equal(
            ("none of a", actual, null),
            ConditionCase.Explain(Negated(ConditionOf.OnIds(kind, "a")), Acme, Ada)
        );
    }

    [Theory]
    [InlineData(ConditionKind.Company, "no company", NoCompany)]
    [InlineData(ConditionKind.User, "no user", "There is no user in this check, so nothing about one holds.")]
    [InlineData(ConditionKind.Plan, "no company", NoCompany)]
    [InlineData(ConditionKind.PlanVersion, "no company", NoCompany)]
    [InlineData(ConditionKind.BillingProduct, "no company", NoCompany)]
    public void An_explanation_says_who_is_missing(ConditionKind kind, string actual, string note) =>
        Assert.Equal(("one of a", actual, note), ConditionCase.Explain(ConditionOf.OnIds(kind, "a"), null));

    private static ConditionDefinition Negated(ConditionDefinition condition) =>
        condition with
        {
            Operator = ComparisonOperator.Ne,
        };
}
