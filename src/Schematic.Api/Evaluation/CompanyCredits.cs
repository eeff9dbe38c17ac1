using Schematic.Api.Credits.Accounts;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>Credits of one company in memory, until they move or fall due. Safe for several threads.</summary>
internal sealed class CompanyCredits(HeldCredits held)
{
    private volatile Applied? _applied;
    private volatile bool _isStale;

    public bool IsFresh(DateTimeOffset now) => !_isStale && !(now >= held.ValidUntil);

    /// <summary>Notes that they have moved.</summary>
    public void MarkStale() => _isStale = true;

    /// <summary>The company with its credits.</summary>
    public CompanyContext Apply(CompanyContext company)
    {
        if (_applied is { } applied && ReferenceEquals(applied.To, company))
            return applied.Context;
        var context = company.With(held.Figures);
        _applied = new Applied(company, context);
        return context;
    }

    private sealed record Applied(CompanyContext To, CompanyContext Context);
}
