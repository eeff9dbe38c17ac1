using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits;

/// <summary>Names of one credit and of several: "token", "tokens".</summary>
public sealed record CreditUnits(string One, string Many)
{
    public static CreditUnits Default { get; } = new("credit", "credits");

    public static CreditUnits From(BillingCreditResponseData credit) => From(credit.SingularName, credit.PluralName);

    /// <summary>The given names; a name that is missing is that of any credit.</summary>
    public static CreditUnits From(string? one, string? many) =>
        new(string.IsNullOrWhiteSpace(one) ? Default.One : one, string.IsNullOrWhiteSpace(many) ? Default.Many : many);

    /// <summary>An amount with its unit: "1 token", "2.5 tokens".</summary>
    public string Format(decimal credits) => $"{CreditAmount.Format(credits)} {(credits == 1 ? One : Many)}";

    /// <inheritdoc cref="Format(decimal)"/>
    public string Format(long credits) => Format((decimal)credits);

    /// <inheritdoc cref="Format(decimal)"/>
    public string Format(double credits) => Format(CreditAmount.FromWire(credits));
}
