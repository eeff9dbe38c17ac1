using System.Text.Json;
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
        var commas = Math.Max(0, verdicts.Length - 1);
        Length =
            commas
            + ((_company.Length + _user.Length) * verdicts.Length)
            + verdicts.Sum(static verdict => verdict.Length);
    }

    /// <summary>Length in bytes.</summary>
    public int Length { get; }

    /// <summary>Writes them to the beginning of <paramref name="output"/>, with commas between them.</summary>
    /// <returns>What is left of <paramref name="output"/>.</returns>
    public Span<byte> Write(Span<byte> output)
    {
        for (var i = 0; i < _verdicts.Length; i++)
        {
            if (i > 0)
                output = SerializedVerdict.Append(output, ","u8);
            output = _verdicts[i].Write(output, _company, _user);
        }

        return output;
    }
}
