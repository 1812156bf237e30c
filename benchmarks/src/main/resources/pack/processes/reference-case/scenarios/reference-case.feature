# language: zh-CN
功能: 参照事项
  # 本项目包只供 ./lianfu bench case 使用；其完整经过由测速程序逐案核对（§1 至 §5）。
