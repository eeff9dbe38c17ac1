using System.Buffers.Text;
using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

/// <summary>
/// A verdict as it is sent, but for the ids of whom it is about and for their limit and usage: what is left is the same
/// for everybody for whom the same rule decides, so it is written once. A check of all flags was mostly the writing of
/// verdicts.
/// </summary>
internal sealed class VerdictText
{
    // In the order of the contract's members, whose names appear once. The same letters inside of a value have their
    // quotes escaped.
    private static readonly (byte[] Before, byte[] Value, Slot Slot)[] Slots =
    [
        ("\"company_id\":"u8.ToArray(), "null"u8.ToArray(), Slot.Company),
        ("\"allocation\":"u8.ToArray(), "0"u8.ToArray(), Slot.Allocation),
        ("\"usage\":"u8.ToArray(), "0"u8.ToArray(), Slot.Usage),
        ("\"feature_allocation\":"u8.ToArray(), "0"u8.ToArray(), Slot.Allocation),
        ("\"feature_usage\":"u8.ToArray(), "0"u8.ToArray(), Slot.Usage),
        ("\"user_id\":"u8.ToArray(), "null"u8.ToArray(), Slot.User),
    ];

    private readonly byte[] _text;
    private readonly Cut[] _cuts;

    private VerdictText(byte[] text, Cut[] cuts) => (_text, _cuts) = (text, cuts);

    /// <summary>Writes everything but what <see cref="Write"/> puts in.</summary>
    public static VerdictText FromVerdict(CheckFlagResponseData verdict)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(
            verdict with
            {
                CompanyId = null,
                UserId = null,
                FeatureAllocation = Zero(verdict.FeatureAllocation),
                FeatureUsage = Zero(verdict.FeatureUsage),
                Entitlement = verdict.Entitlement is { } entitlement
                    ? entitlement with
                    {
                        Allocation = Zero(entitlement.Allocation),
                        Usage = Zero(entitlement.Usage),
                    }
                    : null,
            },
            WireJson.Strict
        );
        var cuts = new List<Cut>(Slots.Length);
        foreach (var (before, value, slot) in Slots)
        {
            var at = text.AsSpan().IndexOf(before) + before.Length;
            if (at < before.Length || !text.AsSpan(at).StartsWith(value))
                continue;
            text = [.. text.AsSpan(0, at), .. text.AsSpan(at + value.Length)];
            cuts.Add(new Cut(at, slot));
        }

        return new VerdictText(text, [.. cuts]);
    }

    /// <summary>Length in bytes with these figures, without the ids.</summary>
    public int LengthWith(long allocation, long usage)
    {
        var length = _text.Length;
        foreach (var cut in _cuts)
        {
            if (cut.Slot == Slot.Allocation)
                length += LengthOf(allocation);
            else if (cut.Slot == Slot.Usage)
                length += LengthOf(usage);
        }

        return length;
    }

    /// <summary>Writes to the beginning of <paramref name="output"/>.</summary>
    /// <returns>What is left of <paramref name="output"/>.</returns>
    public Span<byte> Write(
        Span<byte> output,
        ReadOnlySpan<byte> company,
        ReadOnlySpan<byte> user,
        long allocation,
        long usage
    )
    {
        var from = 0;
        foreach (var cut in _cuts)
        {
            output = Append(output, _text.AsSpan(from, cut.At - from));
            output = cut.Slot switch
            {
                Slot.Company => Append(output, company),
                Slot.User => Append(output, user),
                Slot.Allocation => Append(output, allocation),
                _ => Append(output, usage),
            };
            from = cut.At;
        }

        return Append(output, _text.AsSpan(from));
    }

    public static Span<byte> Append(Span<byte> output, ReadOnlySpan<byte> text)
    {
        text.CopyTo(output);
        return output[text.Length..];
    }

    private static Span<byte> Append(Span<byte> output, long number)
    {
        Utf8Formatter.TryFormat(number, output, out var written);
        return output[written..];
    }

    private static long? Zero(long? number) => number is null ? null : 0;

    private static int LengthOf(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var written);
        return written;
    }

    private enum Slot
    {
        Company,
        User,
        Allocation,
        Usage,
    }

    private readonly record struct Cut(int At, Slot Slot);
}
