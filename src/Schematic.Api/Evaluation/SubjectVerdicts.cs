using System.Text.Json;
using Schematic.Rules.Flags.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>What one or all flags are for somebody.</summary>
internal sealed class SubjectVerdicts(in CheckSubject subject, IReadOnlyList<VerdictText> verdicts)
{
    private readonly byte[] _company = JsonSerializer.SerializeToUtf8Bytes(subject.Company?.CompanyId);
    private readonly byte[] _user = JsonSerializer.SerializeToUtf8Bytes(subject.User?.UserId);

    /// <summary>In bytes.</summary>
    public int Length
    {
        get
        {
            var length = Math.Max(0, verdicts.Count - 1);
            foreach (var verdict in verdicts)
                length += verdict.Length + _company.Length + _user.Length;
            return length;
        }
    }

    /// <summary>Writes them to the beginning of <paramref name="output"/>, with commas between them.</summary>
    /// <returns>What is left of <paramref name="output"/>.</returns>
    public Span<byte> Write(Span<byte> output)
    {
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (i > 0)
                output = VerdictText.Append(output, ","u8);
            output = verdicts[i].Write(output, _company, _user);
        }

        return output;
    }
}
