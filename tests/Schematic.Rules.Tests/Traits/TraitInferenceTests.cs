using Schematic.Rules.Traits;

namespace Schematic.Rules.Tests.Traits;

public sealed class TraitInferenceTests
{
    [Theory]
    [InlineData("", TraitKind.String)]
    [InlineData("word", TraitKind.String)]
    [InlineData("42", TraitKind.String)]
    [InlineData("true", TraitKind.String)]
    [InlineData("2026-11-20", TraitKind.Date)]
    [InlineData("2024-02-29", TraitKind.Date)]
    [InlineData("2026-02-29", TraitKind.String)]
    [InlineData("2026-13-01", TraitKind.String)]
    [InlineData("2026-1-2", TraitKind.String)]
    [InlineData("20.11.2026", TraitKind.String)]
    [InlineData("11/20/2026", TraitKind.String)]
    [InlineData(" 2026-11-20", TraitKind.String)]
    [InlineData("2026-11-20\n", TraitKind.String)]
    [InlineData("٢٠٢٦-١١-٢٠", TraitKind.String)]
    [InlineData("2026-11-20T13:37:00Z", TraitKind.Date)]
    [InlineData("2026-11-20t13:37:00z", TraitKind.Date)]
    [InlineData("2026-11-20T13:37:00.5+02:00", TraitKind.Date)]
    [InlineData("2026-11-20T13:37:00.123456789-11:30", TraitKind.Date)]
    [InlineData("2026-11-20T13:37:00", TraitKind.String)]
    [InlineData("2026-11-20T25:00:00Z", TraitKind.String)]
    [InlineData("2026-11-20T13:37:00Z trailing", TraitKind.String)]
    [InlineData("http://a", TraitKind.Url)]
    [InlineData("HTTPS://Acme.example/a?b=c#d", TraitKind.Url)]
    [InlineData("https://user@acme.example:8443/", TraitKind.Url)]
    [InlineData("https://münchen.example/straße", TraitKind.Url)]
    [InlineData("https://", TraitKind.String)]
    [InlineData("http:/a", TraitKind.String)]
    [InlineData("ftp://acme.example", TraitKind.String)]
    [InlineData("acme.example", TraitKind.String)]
    [InlineData("mailto:ada@acme.example", TraitKind.String)]
    [InlineData("javascript:alert(1)", TraitKind.String)]
    [InlineData("see https://acme.example", TraitKind.String)]
    public void A_text_is_a_date_an_address_or_merely_a_text(string text, TraitKind kind) =>
        Assert.Equal(kind, TraitInference.FromText(text));
}
