using System.Globalization;
using System.Text;
using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests;

/// <summary>Texts that nobody meant as a number or a date, and some that somebody almost did.</summary>
public sealed class FlagEvaluatorFuzzTests
{
    private const int Seed = 20_261_120;
    private const int Texts = 5_000;

    private static readonly string[] Sources =
    [
        "2026-11-20",
        "2026-11-20T13:37:00.123+02:00",
        "2026-11-20 13:37:00 EST",
        "Fri Nov 20 2026 13:37:00 GMT+0200 (Central European Standard Time)",
        "Fri, 20 Nov 2026 13:37:00 GMT",
        "-79228162514264337593543950336e-28",
        "9223372036854775808",
        "true",
        "",
        "\uD800\0\uFFFF",
        "İı𝟘٤²",
    ];

    [Fact]
    public void No_text_makes_a_check_throw()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Texts; i++)
        {
            var (left, right) = (NextText(random), NextText(random));
            var trace = $"seed {Seed}, pair {i}";
            Assert.True(Record.Exception(() => Compare(left, right)) is null, trace);
            Assert.True(Record.Exception(() => Check(left, right)) is null, trace);
        }
    }

    [Fact]
    public void What_is_read_as_a_date_is_one_that_can_be_written_again()
    {
        var random = new Random(Seed);
        var dates = Enumerable
            .Range(0, Texts)
            .Select(_ => NextText(random))
            .Where(static text => DateText.TryParse(text, out _))
            .ToList();

        Assert.True(dates.Count > 50, $"Only {dates.Count} dates among the texts.");
        Assert.All(
            dates,
            static text =>
            {
                Assert.True(DateText.TryParse(text, out var first));
                Assert.True(
                    DateText.TryParse(
                        first.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
                        out var again
                    ),
                    text
                );
                Assert.Equal(first, again);
            }
        );
    }

    [Fact]
    public void A_comparison_and_its_opposite_never_agree()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Texts; i++)
        {
            var (left, right) = (new ComparableValue(NextText(random)), new ComparableValue(NextText(random)));
            foreach (var kind in Enum.GetValues<ComparableKind>())
                Assert.NotEqual(
                    ComparisonTable.Holds(kind, ComparisonOperator.Eq, left, right),
                    ComparisonTable.Holds(kind, ComparisonOperator.Ne, left, right)
                );
        }
    }

    [Fact]
    public void Nothing_where_a_text_is_expected_is_an_empty_text()
    {
        var company = CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = null!,
                Traits = [default],
                Metrics = [default],
                PlanIds = [null!],
            }
        );
        var condition = new ConditionDefinition
        {
            Kind = ConditionKind.Plan,
            Id = null!,
            ResourceIds = [null!],
            TraitValue = null!,
            EventSubtype = null,
        };
        var flag = new FlagBuilder().With(FlagBuilder.Rule(null!, true, condition)).Prepare();

        Assert.True(FlagEvaluator.Evaluate(flag, new CheckSubject(company, null)).Value);
        Assert.NotNull(FlagEvaluator.Explain(flag, new CheckSubject(company, null)).Match);
    }

    private static void Compare(string left, string right)
    {
        var (leftValue, rightValue) = (new ComparableValue(left), new ComparableValue(right));
        foreach (var kind in Enum.GetValues<ComparableKind>())
        {
            foreach (var (_, comparison) in Operators.All)
                ComparisonTable.Holds(kind, comparison, leftValue, rightValue);
        }
    }

    private static void Check(string left, string right)
    {
        var company = CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = left,
                Traits =
                [
                    new TraitFact("trdf_1", ComparableKind.Int, left),
                    new TraitFact(right, ComparableKind.Date, right),
                ],
                Metrics = [new MetricFact(left, CounterPeriod.AllTime, MonthReset.FirstOfMonth, long.MaxValue)],
                Credits = new Dictionary<string, CreditFigures> { [left] = new(long.MinValue, long.MinValue) },
            }
        );
        var flag = new FlagBuilder()
            .With(
                FlagBuilder.Rule(
                    left,
                    true,
                    ConditionOf.Company(left),
                    ConditionOf.Trait("trdf_1", ComparableKind.Int, ComparisonOperator.Gt, right),
                    ConditionOf.Trait(right, ComparableKind.Date, ComparisonOperator.Lt, left)
                ),
                FlagBuilder.Rule(
                    right,
                    true,
                    ConditionOf.Metric(left, ComparisonOperator.Gte, long.MinValue) with
                    {
                        ComparisonTrait = new TraitReference(right, EntityKind.Company, ComparableKind.Int),
                    },
                    ConditionOf.Credit(left, long.MaxValue)
                )
            )
            .Prepare();

        FlagEvaluator.Explain(flag, new CheckSubject(company, null), new Preflight(long.MaxValue, left, long.MaxValue));
    }

    /// <summary>One of the sources with a few characters changed, removed, doubled or swapped.</summary>
    private static string NextText(Random random)
    {
        var text = new StringBuilder(Sources[random.Next(Sources.Length)]);
        for (var changes = random.Next(4); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text[at] = (char)random.Next(random.Next(2) == 0 ? 128 : char.MaxValue);
                    break;
                case 1:
                    text.Remove(at, 1);
                    break;
                case 2:
                    text.Insert(at, text[at]);
                    break;
                default:
                    text[at] = (char)('0' + random.Next(10));
                    break;
            }
        }

        return text.ToString();
    }
}
