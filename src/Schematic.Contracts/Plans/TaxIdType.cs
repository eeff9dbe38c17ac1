using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Kind of tax id, named by country and register.</summary>
public enum TaxIdType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

#pragma warning disable CS1591 // A country and a register say all there is to say.
    [JsonStringEnumMemberName("ae_trn")]
    AeTrn,

    [JsonStringEnumMemberName("au_abn")]
    AuAbn,

    [JsonStringEnumMemberName("au_arn")]
    AuArn,

    [JsonStringEnumMemberName("br_cnpj")]
    BrCnpj,

    [JsonStringEnumMemberName("br_cpf")]
    BrCpf,

    [JsonStringEnumMemberName("ca_bn")]
    CaBn,

    [JsonStringEnumMemberName("ca_gst_hst")]
    CaGstHst,

    [JsonStringEnumMemberName("ca_pst_bc")]
    CaPstBc,

    [JsonStringEnumMemberName("ca_pst_mb")]
    CaPstMb,

    [JsonStringEnumMemberName("ca_pst_sk")]
    CaPstSk,

    [JsonStringEnumMemberName("ca_qst")]
    CaQst,

    [JsonStringEnumMemberName("ch_uid")]
    ChUid,

    [JsonStringEnumMemberName("ch_vat")]
    ChVat,

    [JsonStringEnumMemberName("eu_vat")]
    EuVat,

    [JsonStringEnumMemberName("gb_vat")]
    GbVat,

    [JsonStringEnumMemberName("hk_br")]
    HkBr,

    [JsonStringEnumMemberName("id_npwp")]
    IdNpwp,

    [JsonStringEnumMemberName("il_vat")]
    IlVat,

    [JsonStringEnumMemberName("in_gst")]
    InGst,

    [JsonStringEnumMemberName("jp_cn")]
    JpCn,

    [JsonStringEnumMemberName("jp_rn")]
    JpRn,

    [JsonStringEnumMemberName("jp_trn")]
    JpTrn,

    [JsonStringEnumMemberName("kr_brn")]
    KrBrn,

    [JsonStringEnumMemberName("mx_rfc")]
    MxRfc,

    [JsonStringEnumMemberName("my_frp")]
    MyFrp,

    [JsonStringEnumMemberName("my_itn")]
    MyItn,

    [JsonStringEnumMemberName("my_sst")]
    MySst,

    [JsonStringEnumMemberName("no_vat")]
    NoVat,

    [JsonStringEnumMemberName("nz_gst")]
    NzGst,

    [JsonStringEnumMemberName("ph_tin")]
    PhTin,

    [JsonStringEnumMemberName("sa_vat")]
    SaVat,

    [JsonStringEnumMemberName("sg_gst")]
    SgGst,

    [JsonStringEnumMemberName("sg_uen")]
    SgUen,

    [JsonStringEnumMemberName("th_vat")]
    ThVat,

    [JsonStringEnumMemberName("tr_tin")]
    TrTin,

    [JsonStringEnumMemberName("tw_vat")]
    TwVat,

    [JsonStringEnumMemberName("us_ein")]
    UsEin,

    [JsonStringEnumMemberName("za_vat")]
    ZaVat,
#pragma warning restore CS1591
}
