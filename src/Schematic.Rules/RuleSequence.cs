using System.Diagnostics.CodeAnalysis;

namespace Schematic.Rules;

/// <summary>
/// Merges the rules of the flag, the company and the user into the order they are tried in. If place and priority are
/// equal, the flag's rules come first, then the company's.
/// </summary>
internal struct RuleSequence(PreparedRule[] flag, PreparedRule[] company, PreparedRule[] user)
{
    private int _flagIndex;
    private int _companyIndex;
    private int _userIndex;

    public bool TryNext([NotNullWhen(true)] out PreparedRule? next)
    {
        next = _flagIndex < flag.Length ? flag[_flagIndex] : null;
        if (_companyIndex < company.Length && IsEarlier(company[_companyIndex], next))
            next = company[_companyIndex];
        if (_userIndex < user.Length && IsEarlier(user[_userIndex], next))
        {
            next = user[_userIndex++];
            return true;
        }

        if (_companyIndex < company.Length && ReferenceEquals(next, company[_companyIndex]))
            _companyIndex++;
        else
            _flagIndex++;
        return next is not null;
    }

    private static bool IsEarlier(PreparedRule rule, PreparedRule? other) => other is null || rule.IsBefore(other);
}
