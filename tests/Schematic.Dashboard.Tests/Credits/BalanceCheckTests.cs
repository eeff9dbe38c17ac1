using System.Net;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class BalanceCheckTests : PageContext
{
    internal static readonly CreditSelfCheckResponseData Agreeing = new()
    {
        Accounts = 12,
        CheckedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        DifferenceCount = 0,
        Differences = [],
    };

    private const string Last = "GET /billing/credits/self-check";
    private const string Now = "POST /billing/credits/self-check";

    [Fact]
    public async Task Where_everything_agrees_one_line_says_so()
    {
        Api.OnData(Last, Agreeing);
        var check = await OpenAsync();

        check.WaitForAssertion(() =>
            Assert.Contains("The ledger gives 12 balances to the last credit", Words(check), StringComparison.Ordinal)
        );
        Assert.Empty(check.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_difference_is_an_alert_that_names_the_company_and_both_numbers()
    {
        Api.OnData(Last, Agreeing);
        Api.OnData(
            Now,
            Agreeing with
            {
                DifferenceCount = 1,
                Differences =
                [
                    new CreditDifference
                    {
                        CompanyId = "comp_1",
                        CompanyName = "Acme",
                        CreditId = "bilcr_1",
                        CreditName = "Tokens",
                        Expected = 100,
                        Found = 99.5,
                        Kind = CreditDifferenceKind.BalanceRemaining,
                    },
                ],
            }
        );
        var check = await OpenAsync();
        check.WaitForElement("button").Click();

        check.WaitForAssertion(() =>
        {
            var alert = check.Find("[role=alert]").TextContent;
            Assert.Contains("1 number differs", alert, StringComparison.Ordinal);
            Assert.Contains("Acme", alert, StringComparison.Ordinal);
            Assert.Contains("99.5", alert, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_failure_is_not_agreement()
    {
        Api.OnError(Last, HttpStatusCode.InternalServerError, "The store is away.");
        var check = await OpenAsync();

        check.WaitForAssertion(() => Assert.Contains("The store is away.", check.Markup, StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<BalanceCheck>> OpenAsync()
    {
        await EnterAsync();
        return Render<BalanceCheck>(parameters => parameters.Add(static check => check.EnvironmentId, Production.Id));
    }

    private static string Words(IRenderedComponent<BalanceCheck> check) =>
        string.Join(' ', check.Nodes.Select(static node => node.TextContent)).ReplaceLineEndings(" ");
}
