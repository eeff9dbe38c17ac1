using System.Globalization;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class CompaniesListQueryTests
{
    private static readonly string[] Texts =
    [
        "",
        "acme",
        "a+b c",
        "50% & más=?#/",
        "🦊 שלום",
        "İstanbul ı",
        "../..",
        "\"quoted\"",
        "a\tb",
    ];

    [Fact]
    public void The_plain_list_needs_no_query() => Assert.Equal("", new CompaniesListQuery().ToUri());

    [Fact]
    public void Whatever_it_says_is_read_back_the_same_in_every_culture()
    {
        var random = new Random(20261121);
        string[] sorts =
        [
            CompaniesListQuery.Name.Sort!,
            CompaniesListQuery.LastSeen.Sort!,
            CompaniesListQuery.Created.Sort!,
            CompaniesListQuery.Updated.Sort!,
        ];
        for (var round = 0; round < 500; round++)
        {
            var query = new CompaniesListQuery
            {
                Search = Pick(Texts),
                PlanId = Pick(["", CompaniesListQuery.NoPlan, "plan_1"]),
                EntitledTo = Pick(["", "feat_1"]),
                OverrideFor = Pick(["", "feat_2"]),
                ShownColumns = Pick([
                    "",
                    "none",
                    "keys",
                    "id,updated",
                    "keys,id,plan,add_ons,users,last_seen,created,updated",
                ]),
                Page = random.Next(1, 20_000),
                Size = Pick([.. ListQuery.Sizes]),
                Sort = Pick(sorts),
                Descending = Toss(),
            };

            foreach (var culture in new[] { CultureInfo.InvariantCulture, Foreign() })
            {
                CultureInfo.CurrentCulture = culture;
                Assert.Equal(
                    query,
                    CompaniesListQuery.FromUri(new UrlReader($"http://console.test/env/env_1/companies{query.ToUri()}"))
                );
            }
        }

        T Pick<T>(T[] from) => from[random.Next(from.Length)];
        bool Toss() => random.Next(2) == 0;
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=-3&size=7")]
    [InlineData("?sort=shoe_size")]
    [InlineData("?q=&lookup=x&unknown=1")]
    public void What_makes_no_sense_is_passed_over(string uri) =>
        Assert.Equal(new CompaniesListQuery(), CompaniesListQuery.FromUri(new UrlReader(uri)));

    [Fact]
    public void A_search_too_long_for_the_api_is_not_sent() =>
        Assert.Null(CompaniesListQuery.FromUri(new UrlReader($"?q={new string('x', 513)}")).ToContract().Q);

    [Fact]
    public void How_rows_are_shown_decides_nothing_about_which_there_are() =>
        Assert.Equal(
            new CompaniesListQuery { Search = "acme" },
            new CompaniesListQuery { Search = "acme", ShownColumns = "id" }.Rows
        );

    // The console runs without the cultures of the system: one is made up.
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.PositiveSign = "~";
        culture.NumberFormat.NumberGroupSeparator = "\u202f";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }
}
