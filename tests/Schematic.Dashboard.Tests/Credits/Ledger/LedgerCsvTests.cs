using Schematic.Dashboard.Credits.Ledger;

namespace Schematic.Dashboard.Tests.Credits.Ledger;

public sealed class LedgerCsvTests
{
    [Fact]
    public void A_row_has_a_cell_for_each_heading() =>
        Assert.Equal(
            "2026-10-01T01:00:00.000000Z,comp_1,Acme,bilcr_1,AI tokens,Used for API calls,usage,12.5,-12.5,487.5,"
                + "bcgr_1,free,feat_1,API calls,evt_1,crlg_1\r\n",
            LedgerCsv.FromRow(CreditSamples.Movement())
        );

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("Acme, Inc.", "\"Acme, Inc.\"")]
    [InlineData("Two\nlines", "\"Two\nlines\"")]
    public void A_name_is_never_a_formula_and_never_breaks_a_row(string name, string cell) =>
        Assert.Contains(
            $",comp_1,{cell},bilcr_1,",
            LedgerCsv.FromRow(
                CreditSamples.Movement() with
                {
                    Company = new() { Id = "comp_1", Name = name },
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Amounts_have_no_noise_and_no_separators() =>
        Assert.Contains(
            ",1234567.3,",
            LedgerCsv.FromRow(CreditSamples.Movement() with { BalanceAfter = 1_234_567.1 + 0.2 }),
            StringComparison.Ordinal
        );
}
