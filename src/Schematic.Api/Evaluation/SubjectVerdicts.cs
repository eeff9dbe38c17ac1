using System.Text.Json;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>Verdicts of one or all flags for one subject.</summary>
internal sealed class SubjectVerdicts
{
    private readonly SerializedVerdict[] _verdicts;
    private readonly byte[] _company;
    private readonly byte[] _user;

    public SubjectVerdicts(in CheckSubject subject, SerializedVerdict[] verdicts)
    {
        _verdicts = verdicts;
        _company = JsonSerializer.SerializeToUtf8Bytes(subject.Company?.CompanyId);
        _user = JsonSerializer.SerializeToUtf8Bytes(subject.User?.UserId);
        Credits = subject.Company is { Credits.Count: > 0 } company ? Serialize(company.Credits) : [];
        var commas = Math.Max(0, verdicts.Length - 1);
        Length =
            commas
            + ((_company.Length + _user.Length) * verdicts.Length)
            + verdicts.Sum(static verdict => verdict.Length);
    }

    /// <summary>The member with the company's credits as it stands before the verdicts; empty if it has none.</summary>
    public byte[] Credits { get; }

    /// <summary>Length in bytes, without the credits.</summary>
    public int Length { get; }

    private static byte[] Serialize(IReadOnlyDictionary<string, CreditFigures> credits)
    {
        var balances = credits.ToDictionary(
            static credit => credit.Key,
            static credit => new CompanyCreditBalance
            {
                Remaining = MicroCredits.ToWire(credit.Value.RemainingMicroCredits),
                Reserved = MicroCredits.ToWire(credit.Value.ReservedMicroCredits),
                Settled = MicroCredits.ToWire(credit.Value.SettledMicroCredits),
            }
        );
        return
        [
            .. "\"credit_balances\":"u8,
            .. JsonSerializer.SerializeToUtf8Bytes(balances, WireJson.Strict),
            (byte)',',
        ];
    }

    /// <summary>Writes them to the beginning of <paramref name="output"/>, with commas between them.</summary>
    /// <returns>What is left of <paramref name="output"/>.</returns>
    public Span<byte> Write(Span<byte> output)
    {
        for (var i = 0; i < _verdicts.Length; i++)
        {
            if (i > 0)
                output = VerdictText.Append(output, ","u8);
            output = _verdicts[i].Write(output, _company, _user);
        }

        return output;
    }
}
