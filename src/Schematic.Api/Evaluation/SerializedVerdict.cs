using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

/// <summary>
/// A verdict as it is sent, but for the ids of whom it is about: what is left is the same for everybody for whom the
/// same rule decides, so it is written once. A check of all flags was mostly the writing of verdicts.
/// </summary>
internal sealed class SerializedVerdict
{
    private readonly byte[] _text;
    private readonly int _company;
    private readonly int _user;

    private SerializedVerdict(byte[] text, int company, int user) => (_text, _company, _user) = (text, company, user);

    /// <summary>Length in bytes, without the ids.</summary>
    public int Length => _text.Length;

    public static SerializedVerdict FromVerdict(CheckFlagResponseData verdict)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(
            verdict with
            {
                CompanyId = null,
                UserId = null,
            },
            WireJson.Strict
        );
        // The same letters inside of a value have their quotes escaped.
        var company = CutNull(ref text, text.AsSpan().IndexOf("\"company_id\":null"u8) + "\"company_id\":"u8.Length);
        var user = CutNull(ref text, text.AsSpan().LastIndexOf("\"user_id\":null"u8) + "\"user_id\":"u8.Length);
        return new SerializedVerdict(text, company, user);
    }

    /// <summary>Writes to the beginning of <paramref name="output"/>.</summary>
    /// <param name="company">The company's id in JSON, or null.</param>
    /// <param name="user">The user's id in JSON, or null.</param>
    /// <returns>What is left of <paramref name="output"/>.</returns>
    public Span<byte> Write(Span<byte> output, ReadOnlySpan<byte> company, ReadOnlySpan<byte> user)
    {
        output = Append(output, _text.AsSpan(0, _company));
        output = Append(output, company);
        output = Append(output, _text.AsSpan(_company, _user - _company));
        output = Append(output, user);
        return Append(output, _text.AsSpan(_user));
    }

    public static Span<byte> Append(Span<byte> output, ReadOnlySpan<byte> text)
    {
        text.CopyTo(output);
        return output[text.Length..];
    }

    private static int CutNull(ref byte[] text, int at)
    {
        text = [.. text.AsSpan(0, at), .. text.AsSpan(at + "null"u8.Length)];
        return at;
    }
}
