using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>The address of the list of all flags with their verdicts. Searches names, keys and ids.</summary>
public sealed record FlagVerdictsListQuery : ListQuery<FlagVerdictsListQuery>
{
    /// <summary>Id of the user who asks for a company, or of the company a user asks for; empty for nobody.</summary>
    public string With { get; init; } = "";

    /// <summary>Only flags with this verdict; null for all.</summary>
    public bool? Value { get; init; }

    /// <summary>Key of the flag whose explanation is open; empty for none.</summary>
    public string Open { get; init; } = "";

    public override bool IsFiltered => base.IsFiltered || Value is not null;

    public override FlagVerdictsListQuery Rows => base.Rows with { Open = "" };

    public FlagVerdictsQuery ToContract(string? companyId, string? userId) =>
        new()
        {
            CompanyId = companyId,
            UserId = userId,
            Q = SearchOrNull,
            Value = Value,
            Limit = Size,
            Offset = Offset,
        };

    protected override FlagVerdictsListQuery ReadFilters(UrlReader url) =>
        this with
        {
            With = url.Text("with"),
            Value = url.Text("verdict") switch
            {
                "on" => true,
                "off" => false,
                _ => null,
            },
            Open = url.Text("flag"),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("with", With).Add("verdict", Value is { } value ? (value ? "on" : "off") : "").Add("flag", Open);
}
